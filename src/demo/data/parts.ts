import type { SectionRow } from '../../model/catalogue.ts';

/** The slots of a small desktop. */
export const pciExpress: readonly SectionRow<'slots'>[] = [
  { name: 'SLOT1', designation: '1', description: 'x16 PCI Express 3 x16', status: 'Available' },
  { name: 'SLOT2', designation: '2', description: 'x1 PCI Express', status: 'Available' },
];

/** Controllers that the machines with Intel processors share. */
export const intelChipset: readonly SectionRow<'controllers'>[] = [
  controller('00:00.0', '0600', 'Host bridge', 'Intel Corporation', '8086:9b53'),
  controller('00:14.0', '0c03', 'USB controller', 'Intel Corporation Comet Lake USB 3.1 xHCI', '8086:06ed', 'xhci_hcd'),
  controller('00:17.0', '0106', 'SATA controller', 'Intel Corporation Comet Lake SATA AHCI', '8086:06d2', 'ahci'),
  controller('00:1f.4', '0c05', 'SMBus', 'Intel Corporation Comet Lake SMBus', '8086:06a3', 'i801_smbus'),
];

/** What a broken disk is replaced by. */
export const spareDisks = {
  nvme: {
    model: 'CT500P3SSD8',
    manufacturer: 'Crucial',
    diskSize: 500107,
    firmware: 'P9CR30A',
    serial: '2#%%E@@@@@@#',
  },
  sata: {
    model: 'TOSHIBA MG08ADA400E',
    manufacturer: 'Toshiba',
    diskSize: 4000787,
    firmware: '4303',
    serial: '@#@@A0##F@@H',
  },
} as const;

/** A processor with two threads a core. */
export function intel(type: string, speed: number, cores: number, socket: string): SectionRow<'cpus'> {
  const logical = cores * 2;
  return {
    type,
    manufacturer: 'Intel',
    speed,
    cores,
    threads: logical,
    logicalCpus: logical,
    arch: 'x86_64',
    dataWidth: 64,
    socket,
  };
}

export function module(
  manufacturer: string,
  model: string,
  capacity: number,
  type: string,
  speed: string,
  form: string,
): SectionRow<'memories'> {
  return { manufacturer, model, capacity, type, speed, description: form };
}

export function nvme(model: string, manufacturer: string, diskSize: number, firmware: string): SectionRow<'storages'> {
  return {
    name: 'nvme0n1',
    model,
    manufacturer,
    diskSize,
    firmware,
    type: 'disk',
    description: 'NVMe',
    interface: 'NVMe',
  };
}

export function sata(name: string, model: string, diskSize: number, firmware: string): SectionRow<'storages'> {
  return {
    name,
    model,
    manufacturer: 'Seagate',
    diskSize,
    firmware,
    type: 'disk',
    description: 'SATA',
    interface: 'SATA',
  };
}

function controller(
  pciSlot: string,
  pciClass: string,
  name: string,
  manufacturer: string,
  pciId: string,
  driver?: string,
): SectionRow<'controllers'> {
  return { pciSlot, pciClass, name, manufacturer, pciId, type: name, ...(driver === undefined ? {} : { driver }) };
}
