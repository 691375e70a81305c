const BUSES: readonly (readonly [RegExp, string])[] = [
  [/\/usb\d+\//, 'USB'],
  [/\/nvme-fabrics\//, 'NVMe over Fabrics'],
  [/\/nvme/, 'NVMe'],
  [/\/mmc/, 'MMC'],
  [/\/ata\d+\//, 'SATA'],
  [/\/virtio\d+\/|\/xen|\/vbd-|\/vmbus|\/VMBUS/, 'Virtual'],
  [/\/session\d+\//, 'iSCSI'],
  [/\/rport-/, 'FC'],
  [/\/end_device-/, 'SAS'],
  [/\/ufs/, 'UFS'],
  [/\/fw\d+\//, 'FireWire'],
  [/\/floppy\.\d/, 'Floppy'],
  [/\/host\d+\//, 'SCSI'],
];

/** The bus a disk hangs on: the way to it through /sys/devices passes it. */
export function diskBus(path: string): string | undefined {
  return BUSES.find(([pattern]) => pattern.test(path))?.[1];
}
