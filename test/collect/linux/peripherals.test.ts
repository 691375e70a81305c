import { describe, expect, it } from 'vitest';
import type { AnyCollector } from '../../../src/collect/collector.ts';
import { linuxBatteries } from '../../../src/collect/linux/batteries.ts';
import { linuxBiosDeviceTree } from '../../../src/collect/linux/bios.ts';
import { linuxCameras } from '../../../src/collect/linux/cameras.ts';
import { linuxControllers } from '../../../src/collect/linux/controllers.ts';
import { linuxFirmwares } from '../../../src/collect/linux/firmwares.ts';
import { linuxInputs } from '../../../src/collect/linux/inputs.ts';
import { linuxModems } from '../../../src/collect/linux/modems.ts';
import { linuxSerialPorts } from '../../../src/collect/linux/ports.ts';
import { linuxSensors } from '../../../src/collect/linux/sensors.ts';
import { linuxSounds } from '../../../src/collect/linux/sounds.ts';
import { linuxUsbDevices } from '../../../src/collect/linux/usb-devices.ts';
import { linuxVideos } from '../../../src/collect/linux/videos.ts';
import { type FakeMachine, fakeHost } from '../fake-host.ts';
import { dumpOf, smbiosMachines } from '../smbios-machines.ts';
import { smbiosTable } from '../smbios-table.ts';

const TABLE = '/sys/firmware/dmi/tables/DMI';
const laptop = dumpOf(smbiosMachines[3] ?? { name: '', version: 0, structures: [] }).subarray(32);

async function rowsOf(collector: AnyCollector, machine: FakeMachine) {
  return (await collector.collect(fakeHost(machine)))?.rows;
}

function device(folder: string, values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${folder}/${name}`, `${value}\n`]));
}

const thinkpadBattery = device('/sys/class/power_supply/BAT0', {
  type: 'Battery',
  manufacturer: 'SMP',
  model_name: '01AV489',
  serial_number: ' 3456',
  technology: 'Li-poly',
  energy_full_design: '24000000',
  energy_full: '19870000',
  voltage_min_design: '11460000',
  capacity: '83',
  cycle_count: '212',
  status: 'Discharging',
});

describe('batteries', () => {
  const known = {
    ...{ name: 'BAT0', description: '01AV489', manufacturer: 'SMP', serial: '3456', chemistry: 'Li-poly', charge: 83 },
    ...{ designCapacity: 24_000, realCapacity: 19_870, designVoltage: 11_460, cycles: 212, status: 'Discharging' },
  };

  it('tell what is left of them, without the mouse and the mains', async () => {
    const files = {
      ...thinkpadBattery,
      ...device('/sys/class/power_supply/hidpp_battery_0', { type: 'Battery', scope: 'Device', capacity: '50' }),
      ...device('/sys/class/power_supply/AC', { type: 'Mains', online: '1' }),
    };
    expect(await rowsOf(linuxBatteries, { files })).toEqual([known]);
  });

  it('count in mAh where the chip does', async () => {
    const values = { charge_full_design: '4000000', charge_full: '3500000', voltage_min_design: '11000000' };
    const files = device('/sys/class/power_supply/BAT1', { type: 'Battery', ...values });
    expect(await rowsOf(linuxBatteries, { files })).toEqual([
      { name: 'BAT1', designCapacity: 44_000, realCapacity: 38_500, designVoltage: 11_000 },
    ]);
  });

  it('have place and version from the firmware, which knows no battery that is not there', async () => {
    expect(await rowsOf(linuxBatteries, { files: { ...thinkpadBattery, [TABLE]: laptop } })).toEqual([
      { ...known, location: 'Rear', sbdsVersion: '03.01' },
    ]);
    const unplugged = { [TABLE]: laptop, '/sys/class/power_supply/AC/type': 'Mains\n' };
    expect(await rowsOf(linuxBatteries, { files: unplugged })).toEqual([]);
  });
});

describe('cameras, sound cards and modems on USB', () => {
  const way = '../../../devices/pci0000:00/0000:00:14.0/usb1';
  const machine: FakeMachine = {
    files: {
      '/sys/class/net/lo/mtu': '65536',
      '/sys/bus/pci/devices/0000:00:1f.3/class': '0x040300\n',
      '/sys/bus/pci/devices/0000:00:1f.3/vendor': '0x8086\n',
      '/sys/bus/pci/devices/0000:00:1f.3/device': '0x9d71\n',
      ...device('/sys/class/video4linux/video0', { name: 'Integrated Camera: Integrated C', index: '0' }),
      ...device('/sys/class/video4linux/video1', { name: 'Integrated Camera: Integrated C', index: '1' }),
      ...device('/sys/class/video4linux/video10', { name: 'bcm2835-codec-decode', index: '0' }),
      ...device('/sys/class/sound/card0', { id: 'PCH' }),
      ...device('/sys/class/sound/card1', { id: 'C920' }),
      ...device('/sys/class/usbmisc/cdc-wdm0', { dev: '180:0' }),
      ...device('/sys/bus/usb/devices/1-8', { manufacturer: 'SunplusIT Inc', product: 'Integrated Camera' }),
      ...device('/sys/bus/usb/devices/1-2', { product: 'HD Pro Webcam C920', serial: '9C1A' }),
      ...device('/sys/bus/usb/devices/1-6', {
        manufacturer: 'Sierra Wireless, Incorporated',
        product: 'EM7455',
        serial: 'LF728',
      }),
    },
    links: {
      '/sys/class/video4linux/video0/device': '../../../1-8:1.0',
      '/sys/class/video4linux/video1/device': '../../../1-8:1.0',
      '/sys/class/sound/card0/device': '../../../0000:00:1f.3',
      '/sys/class/sound/card1/device': `${way}/1-2/1-2:1.2`,
      '/sys/class/usbmisc/cdc-wdm0/device': '../../../1-6:1.12',
    },
  };

  it('are found once each', async () => {
    expect(await rowsOf(linuxCameras, machine)).toEqual([
      { designation: 'Integrated Camera: Integrated C', manufacturer: 'SunplusIT Inc', model: 'Integrated Camera' },
    ]);
    expect(await rowsOf(linuxSounds, machine)).toEqual([
      { name: 'Intel 8086:9d71', manufacturer: 'Intel', description: 'Audio device' },
      { name: 'HD Pro Webcam C920', description: 'USB audio device' },
    ]);
    expect(await rowsOf(linuxModems, machine)).toEqual([
      { name: 'EM7455', manufacturer: 'Sierra Wireless, Incorporated', serial: 'LF728', type: 'USB' },
    ]);
  });

  it('are none where the kernel has none, and unknown without /sys', async () => {
    for (const collector of [linuxCameras, linuxSounds, linuxModems, linuxSensors, linuxFirmwares]) {
      expect(await rowsOf(collector, { files: { '/sys/class/net/lo/mtu': '65536' } }), collector.name).toEqual([]);
      expect(await rowsOf(collector, { files: { '/etc/hostname': 'a' } }), collector.name).toBeUndefined();
    }
  });
});

describe('names without the lists of a distribution', () => {
  it('are those of the makers most often met', async () => {
    const files = {
      ...device('/sys/bus/pci/devices/0000:00:02.0', { class: '0x010000', vendor: '0x1af4', device: '0x1042' }),
      ...device('/sys/bus/pci/devices/0000:00:03.0', { class: '0x030000', vendor: '0x10de', device: '0x1cb3' }),
      ...device('/sys/bus/usb/devices/1-1', { idVendor: '046d', idProduct: 'c31c', bDeviceClass: '00' }),
    };
    expect(await rowsOf(linuxControllers, { files })).toMatchObject([
      { manufacturer: 'Red Hat, Inc.', caption: 'Virtio block device', pciId: '1af4:1042' },
      { manufacturer: 'NVIDIA', pciId: '10de:1cb3' },
    ]);
    expect(await rowsOf(linuxUsbDevices, { files })).toMatchObject([{ manufacturer: 'Logitech', productId: 'c31c' }]);
  });
});

describe('a graphics adapter', () => {
  it('has its memory where the driver tells, and the best mode of its monitor', async () => {
    const folder = '/sys/bus/pci/devices/0000:0a:00.0';
    const files = {
      ...device(folder, { class: '0x030000', vendor: '0x1002', device: '0x687f', mem_info_vram_total: '8573157376' }),
      [`${folder}/drm/card0/card0-DP-1/modes`]: '',
      [`${folder}/drm/card0/card0-HDMI-A-1/modes`]: '2560x1440\n1920x1080\n',
    };
    expect(await rowsOf(linuxVideos, { files })).toMatchObject([{ memory: 8176, resolution: '2560x1440' }]);
  });
});

describe('firmware beside that of the board', () => {
  it('is that of processor, TPM, embedded controller and what UEFI can update', async () => {
    const table = smbiosTable([
      { type: 0, length: 0x18, bytes: { 22: 1, 23: 27 } },
      { type: 43, length: 0x1f, bytes: { 4: [0x53, 0x54, 0x4d, 0x20], 8: 2, 9: 0, 10: [1, 0, 0x49, 0] } },
    ]);
    const files = {
      [TABLE]: table,
      '/proc/cpuinfo': 'processor\t: 0\nvendor_id\t: GenuineIntel\nmicrocode\t: 0xf4\n',
      ...device('/sys/class/tpm/tpm0', { tpm_version_major: '2' }),
      ...device('/sys/firmware/efi/esrt/entries/entry0', {
        fw_class: '603baf73-b997-45b5-86b4-2f981a008e18',
        fw_type: '1',
        fw_version: '65590',
      }),
    };
    expect(await rowsOf(linuxFirmwares, { files })).toEqual([
      { name: 'CPU microcode', type: 'Microcode', version: '0xf4', manufacturer: 'Intel' },
      { name: 'Embedded controller', type: 'Controller', version: '1.27' },
      { name: 'TPM 2.0', type: 'TPM', version: '73.1', manufacturer: 'STM' },
      { name: '603baf73-b997-45b5-86b4-2f981a008e18', type: 'System firmware', version: '65590' },
    ]);
  });

  it('needs root where UEFI has a table of it', async () => {
    const entry = '/sys/firmware/efi/esrt/entries/entry0/fw_class';
    const machine = { files: { [entry]: 'x', '/sys/class/tpm/tpm0/tpm_version_major': '2\n' }, forbidden: [entry] };
    expect(await linuxFirmwares.collect(fakeHost(machine))).toEqual({
      rows: [{ name: 'TPM 2.0', type: 'TPM' }],
      missing: 'needs-root',
    });
  });
});

describe('sensors', () => {
  it('are named by chip and by what they measure', async () => {
    const files = {
      ...device('/sys/class/hwmon/hwmon0', { name: 'coretemp', temp1_input: '41000', temp2_input: '40000' }),
      ...device('/sys/class/hwmon/hwmon1', { name: 'nvme', temp1_input: '38850' }),
      ...device('/sys/class/hwmon/hwmon2', { name: 'nvme', temp1_input: '36850' }),
      ...device('/sys/class/hwmon/hwmon3', { name: 'nct6779', fan1_input: '812', in0_input: '1016' }),
      ...device('/sys/bus/iio/devices/iio:device0', { name: 'als', in_illuminance_raw: '12' }),
    };
    expect(await rowsOf(linuxSensors, { files })).toEqual([
      { name: 'coretemp', type: 'Temperature' },
      { name: 'nvme', type: 'Temperature' },
      { name: 'nct6779', type: 'Fan' },
      { name: 'nct6779', type: 'Voltage' },
      { name: 'als', type: 'Light' },
    ]);
  });
});

describe('a keyboard', () => {
  const keyboard = [
    'I: Bus=0011 Vendor=0001 Product=0001 Version=ab41',
    'N: Name="AT Translated Set 2 keyboard"',
    'H: Handlers=sysrq kbd event3 leds',
  ].join('\n');
  const row = {
    ...{ type: 'Keyboard', interface: 'PS/2' },
    ...{ caption: 'AT Translated Set 2 keyboard', description: 'AT Translated Set 2 keyboard' },
  };

  it.each([
    [{ '/etc/default/keyboard': 'XKBMODEL="pc105"\nXKBLAYOUT="fr"\nXKBVARIANT="oss"\n' }, { layout: 'fr(oss)' }],
    [{ '/etc/vconsole.conf': 'KEYMAP=fr-latin9\n' }, { layout: 'fr-latin9' }],
    [{}, {}],
  ])('has the layout of the system: %j', async (files, layout) => {
    const machine = { files: { '/proc/bus/input/devices': keyboard, ...files } };
    expect(await rowsOf(linuxInputs, machine)).toEqual([{ ...row, ...layout }]);
  });
});

describe('serial ports', () => {
  const files = {
    '/sys/class/tty/ttyS0/type': '4\n',
    '/sys/class/tty/ttyS1/type': '0\n',
    '/sys/class/tty/ttyUSB0/dev': '188:0\n',
    '/sys/class/tty/tty1/dev': '4:1\n',
  };
  const rows = [
    { name: 'ttyS0', type: 'Serial port 16550A compatible' },
    { name: 'ttyUSB0', type: 'USB', caption: 'Serial adapter' },
  ];

  it('are those with a chip behind them; the other ports stand in SMBIOS, which is missing or closed', async () => {
    const missing = 'not-supported: no SMBIOS';
    expect(await linuxSerialPorts.collect(fakeHost({ files }))).toEqual({ rows, missing });
    const closed = fakeHost({ files: { ...files, [TABLE]: laptop }, forbidden: [TABLE] });
    expect(await linuxSerialPorts.collect(closed)).toEqual({ rows, missing: 'needs-root' });
  });
});

describe('a board without SMBIOS', () => {
  it('is named by its device tree', async () => {
    const files = {
      '/proc/device-tree/model': 'Raspberry Pi 4 Model B Rev 1.4\0',
      '/proc/device-tree/serial-number': '10000000a1b2c3d4\0',
    };
    expect(await rowsOf(linuxBiosDeviceTree, { files })).toEqual([
      { model: 'Raspberry Pi 4 Model B Rev 1.4', serial: '10000000a1b2c3d4' },
    ]);
  });
});
