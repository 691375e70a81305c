import { meaningful } from './meaningful.ts';

const MAKERS: readonly (readonly [RegExp, string])[] = [
  [/samsung/i, 'Samsung'],
  [/^(?:wdc|wd\b|western digital)/i, 'Western Digital'],
  [/^(?:seagate|st\d{3,})/i, 'Seagate'],
  [/^(?:hgst|hitachi|ic\d|hts|hds|hua)/i, 'Hitachi'],
  [/toshiba|kioxia/i, 'Toshiba'],
  [/^(?:intel|ssdsc)/i, 'Intel'],
  [/micron|^mtfd/i, 'Micron'],
  [/crucial|^ct\d/i, 'Crucial'],
  [/kingston/i, 'Kingston'],
  [/sandisk/i, 'SanDisk'],
  [/hynix|^hfs|^hfm/i, 'SK hynix'],
  [/^maxtor/i, 'Maxtor'],
  [/^fujitsu/i, 'Fujitsu'],
  [/^(?:lite-?on)/i, 'Lite-On'],
  [/vbox/i, 'VirtualBox'],
  [/qemu/i, 'QEMU'],
  [/vmware/i, 'VMware'],
];
// What stands in the vendor field of disks that are not SCSI: the protocol, or a PCI number.
const NO_VENDOR = /^(?:ATA|NVMe|USB|0x[0-9a-f]+)$/i;

/** Maker of a disk: what the disk says, else what its model's name gives away. */
export function manufacturerOfDisk(vendor: string | undefined, model: string | undefined): string | undefined {
  const said = vendor && !NO_VENDOR.test(vendor) ? meaningful(vendor) : undefined;
  return MAKERS.find(([pattern]) => pattern.test(said ?? model ?? ''))?.[1] ?? said;
}
