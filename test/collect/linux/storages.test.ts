import { describe, expect, it } from 'vitest';
import { linuxStorages } from '../../../src/collect/linux/storages.ts';
import { parseAtaInformation, parseUnitSerial } from '../../../src/collect/sources/ata-identify.ts';
import { fakeHost } from '../fake-host.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** A disk of /sys/block: where it hangs, and its files. */
async function diskOf(name: string, way: string, files: Files) {
  const folder = `/sys/block/${name}`;
  const all = Object.fromEntries(Object.entries(files).map(([file, content]) => [`${folder}/${file}`, content]));
  const links = {
    [folder]: `../devices/${way}/block/${name}`,
    [`${folder}/device`]: `../../../${way.split('/').at(-1)}`,
  };
  const collected = await linuxStorages.collect(fakeHost({ files: { ...all, ...udevOf(files) }, links }));
  return collected?.rows[0];
}

function udevOf(files: Files): Files {
  const { udev } = files;
  return udev === undefined ? {} : { [`/run/udev/data/b${files['dev']}`]: udev };
}

/** VPD page 89h with the words of IDENTIFY DEVICE that hold text. */
function ataPage(serial: string, firmware: string, model: string): Buffer {
  const page = Buffer.alloc(572);
  page.set([0, 0x89, 0x02, 0x38]);
  const put = (text: string, word: number, length: number) => {
    page.subarray(60 + word * 2, 60 + word * 2 + length).set(Buffer.from(text.padEnd(length), 'latin1').swap16());
  };
  put(serial, 10, 20);
  put(firmware, 23, 8);
  put(model, 27, 40);
  return page;
}

describe('a disk', () => {
  it('on SATA tells its whole name, which SCSI cuts, also where udev is not running', async () => {
    const row = await diskOf('sda', 'pci0000:00/0000:00:17.0/ata1/host0/target0:0:0/0:0:0:0', {
      size: '1953525168\n',
      'queue/rotational': '1\n',
      'device/vendor': 'ATA     \n',
      'device/model': 'WDC WD10EZEX-08W\n',
      'device/rev': '1A01\n',
      'device/vpd_pg89': ataPage('WD-WCC6Y7XXXXXX', '01.01A01', 'WDC WD10EZEX-08WN4A0'),
    });
    expect(row).toEqual({
      ...{ name: 'sda', model: 'WDC WD10EZEX-08WN4A0', serial: 'WD-WCC6Y7XXXXXX', firmware: '01.01A01' },
      ...{ manufacturer: 'Western Digital', description: 'SATA', interface: 'SATA', type: 'disk', diskSize: 1_000_205 },
      ...{ rotational: true, scsiController: '0', scsiChannel: '0', scsiUnit: '0', scsiLun: '0' },
    });
  });

  it('on NVMe has its maker from the bus where its name tells none', async () => {
    const row = await diskOf('nvme0n1', 'pci0000:00/0000:00:1d.0/0000:03:00.0/nvme/nvme0', {
      size: '500118192\n',
      'queue/rotational': '0\n',
      wwid: 'eui.0025385b71b0e0f1\n',
      'device/model': 'PM9A1 NVMe 256GB        \n',
      'device/serial': 'S64ANX0R123456      \n',
      'device/firmware_rev': 'GXA7401Q\n',
      'device/device/vendor': '0x144d\n',
    });
    expect(row).toEqual({
      ...{ name: 'nvme0n1', model: 'PM9A1 NVMe 256GB', serial: 'S64ANX0R123456', firmware: 'GXA7401Q' },
      ...{ manufacturer: 'Samsung', description: 'NVMe', interface: 'NVMe', type: 'disk', diskSize: 256_061 },
      ...{ rotational: false, wwn: 'eui.0025385b71b0e0f1' },
    });
  });

  it('that is virtual turns neither way, and has no maker', async () => {
    const row = await diskOf('vda', 'pci0000:00/0000:00:02.0/virtio1', {
      size: '536870912\n',
      'queue/rotational': '1\n',
      serial: 'overlayblk',
      'device/vendor': '0x1af4\n',
    });
    expect(row).toEqual({
      ...{ name: 'vda', serial: 'overlayblk', description: 'Virtual', interface: 'Virtual' },
      ...{ type: 'disk', diskSize: 274_878 },
    });
  });

  it('is a card where MMC names it', async () => {
    const row = await diskOf('mmcblk0', 'platform/emmc2bus/fe340000.mmc/mmc_host/mmc0/mmc0:aaaa', {
      size: '62333952\n',
      'device/name': 'SC32G\n',
      'device/serial': '0x8a1b2c3d\n',
      'device/fwrev': '0x0\n',
    });
    expect(row).toMatchObject({ name: 'mmcblk0', model: 'SC32G', serial: '0x8a1b2c3d', description: 'MMC' });
  });

  it.each([
    ['pci0000:00/0000:00:14.0/usb2/2-1/2-1:1.0/host4/target4:0:0/4:0:0:0', 'USB'],
    ['pci0000:00/0000:02:00.0/host0/port-0:0/end_device-0:0/target0:0:0/0:0:0:0', 'SAS'],
    ['pci0000:00/0000:04:00.0/host3/rport-3:0-1/target3:0:1/3:0:1:0', 'FC'],
    ['platform/host5/session1/target5:0:0/5:0:0:1', 'iSCSI'],
    ['pci0000:00/0000:01:00.0/host0/target0:2:0/0:2:0:0', 'SCSI'],
    ['LNXSYSTM:00/LNXSYBUS:00/PNP0A03:00/device:07/VMBUS:01/vmbus_1/host0/target0:0:0/0:0:0:0', 'Virtual'],
  ])('at %s is on %s', async (way, expected) => {
    expect((await diskOf('sdx', way, { size: '100\n' }))?.description).toBe(expected);
  });

  it('is none where it is memory, made of files or of other disks, a part, or a second way to the same', async () => {
    const names = ['loop0', 'ram0', 'zram0', 'dm-0', 'md0', 'nbd0', 'mmcblk0boot0', 'mmcblk0rpmb', 'bcache0', 'zd0'];
    const files = Object.fromEntries(names.map((name) => [`/sys/block/${name}/size`, '2048\n']));
    const hidden = { '/sys/block/nvme0c0n1/size': '2048\n', '/sys/block/nvme0c0n1/hidden': '1\n' };
    expect(await linuxStorages.collect(fakeHost({ files: { ...files, ...hidden } }))).toEqual({ rows: [] });
  });
});

describe('the serial number of a SCSI disk', () => {
  it('stands after four bytes, the last two of which say how long it is', () => {
    expect(parseUnitSerial(Buffer.from('\0\x80\0\x0aZ1Y2X3W4  junk', 'latin1'))).toBe('Z1Y2X3W4');
  });

  it('is absent from any other page, and from one that is cut', () => {
    expect(parseUnitSerial(Buffer.from('\0\x83\0\x08Z1Y2X3W4', 'latin1'))).toBeUndefined();
    expect(parseUnitSerial(Buffer.from([]))).toBeUndefined();
    expect(parseAtaInformation(Buffer.alloc(571))).toBeUndefined();
  });
});
