import type { SectionRow } from '../../model/catalogue.ts';
import { intel, intelChipset, module, nvme, pciExpress, sata } from './parts.ts';

/** A model of machine as it is sold: what every unit of it has. */
export interface Model {
  readonly bios: SectionRow<'bios'>;
  readonly serialPattern: string;
  /** First half of the MAC addresses: the maker of the network chip. */
  readonly macPrefix: string;
  readonly cpu: SectionRow<'cpus'>;
  readonly memorySlots: readonly string[];
  readonly modules: number;
  readonly module: SectionRow<'memories'>;
  readonly moduleSerial: string;
  readonly disks: readonly SectionRow<'storages'>[];
  readonly diskSerial: string;
  readonly video: { readonly name: string; readonly chipset: string };
  readonly sound: string;
  readonly network: string;
  readonly wifi?: string;
  readonly chipset: readonly SectionRow<'controllers'>[];
  readonly slots: readonly SectionRow<'slots'>[];
  readonly battery?: SectionRow<'batteries'>;
}

export const models = {
  optiplex: {
    bios: {
      manufacturer: 'Dell Inc.',
      model: 'OptiPlex 7090',
      type: 'Desktop',
      boardManufacturer: 'Dell Inc.',
      boardModel: '07PYG6',
      firmwareManufacturer: 'Dell Inc.',
      firmwareVersion: '1.33.1',
      firmwareDate: '03/11/2026',
    },
    serialPattern: '#@@@@@3',
    macPrefix: 'c0:25:a5',
    cpu: intel('Intel(R) Core(TM) i5-10505 CPU @ 3.20GHz', 3200, 6, 'LGA1200'),
    memorySlots: ['DIMM1', 'DIMM2', 'DIMM3', 'DIMM4'],
    modules: 2,
    module: module('Samsung', 'M378A1K43EB2-CWE', 8192, 'DDR4', '3200', 'DIMM'),
    moduleSerial: '%%%%%%%%',
    disks: [nvme('KIOXIA KBG40ZNS256G', 'KIOXIA', 256060, '10410104')],
    diskSerial: '##A@@@@@K#@L',
    video: { name: 'Intel UHD Graphics 630', chipset: 'CometLake-S GT2' },
    sound: 'Realtek ALC3246',
    network: 'Intel Ethernet Connection I219-LM',
    chipset: intelChipset,
    slots: pciExpress,
  },
  prodesk: {
    bios: {
      manufacturer: 'HP',
      model: 'HP ProDesk 400 G7 Small Form Factor PC',
      type: 'Desktop',
      boardManufacturer: 'HP',
      boardModel: '8767',
      firmwareManufacturer: 'HP',
      firmwareVersion: 'S12 Ver. 02.24.00',
      firmwareDate: '11/19/2025',
    },
    serialPattern: 'CZC1@@@@@@',
    macPrefix: '84:a9:3e',
    cpu: intel('Intel(R) Core(TM) i5-10500 CPU @ 3.10GHz', 3100, 6, 'LGA1200'),
    memorySlots: ['DIMM1', 'DIMM3'],
    modules: 1,
    module: module('SK Hynix', 'HMA81GU6DJR8N-XN', 8192, 'DDR4', '3200', 'DIMM'),
    moduleSerial: '%%%%%%%%',
    disks: [nvme('SAMSUNG MZVLQ256HBJD-000H1', 'Samsung', 256060, 'HPS2NFXV')],
    diskSerial: 'S6#@NX0R@#####',
    video: { name: 'Intel UHD Graphics 630', chipset: 'CometLake-S GT2' },
    sound: 'Realtek ALC3867',
    network: 'Realtek RTL8111/8168 PCI Express Gigabit Ethernet',
    chipset: intelChipset,
    slots: pciExpress,
  },
  thinkcentre: {
    bios: {
      manufacturer: 'LENOVO',
      model: 'ThinkCentre M70t',
      sku: 'LENOVO_MT_11D9_BU_Think_FM_ThinkCentre M70t',
      type: 'Desktop',
      boardManufacturer: 'LENOVO',
      boardModel: '3176',
      firmwareManufacturer: 'LENOVO',
      firmwareVersion: 'M2TKT5CA',
      firmwareDate: '09/02/2025',
    },
    serialPattern: 'MJ0@@@@@',
    macPrefix: '88:a4:c2',
    cpu: intel('Intel(R) Core(TM) i5-10400 CPU @ 2.90GHz', 2900, 6, 'LGA1200'),
    memorySlots: ['DIMM 1', 'DIMM 2', 'DIMM 3', 'DIMM 4'],
    modules: 2,
    module: module('Samsung', 'M378A1K43EB2-CWE', 8192, 'DDR4', '2667', 'DIMM'),
    moduleSerial: '%%%%%%%%',
    disks: [nvme('WDC PC SN530 SDBPNPZ-512G-1101', 'Western Digital', 512110, '21113012')],
    diskSerial: '21##@@######',
    video: { name: 'Intel UHD Graphics 630', chipset: 'CometLake-S GT2' },
    sound: 'Realtek ALC623',
    network: 'Intel Ethernet Connection I219-V',
    chipset: intelChipset,
    slots: pciExpress,
  },
  thinkpad: {
    bios: {
      manufacturer: 'LENOVO',
      model: 'ThinkPad T14 Gen 2',
      sku: 'LENOVO_MT_20W0_BU_Think_FM_ThinkPad T14 Gen 2i',
      type: 'Notebook',
      boardManufacturer: 'LENOVO',
      boardModel: '20W000T9FR',
      firmwareManufacturer: 'LENOVO',
      firmwareVersion: 'N34ET66W (1.66 )',
      firmwareDate: '01/20/2026',
    },
    serialPattern: 'PF3@@@@@',
    macPrefix: '9c:2d:cd',
    cpu: intel('11th Gen Intel(R) Core(TM) i5-1135G7 @ 2.40GHz', 2400, 4, 'BGA1449'),
    memorySlots: ['DIMM 0', 'DIMM 1'],
    modules: 2,
    module: module('Micron', '4ATF1G64HZ-3G2E2', 8192, 'DDR4', '3200', 'SODIMM'),
    moduleSerial: '%%%%%%%%',
    disks: [nvme('SAMSUNG MZVL2512HCJQ-00BL7', 'Samsung', 512110, 'GXA7801Q')],
    diskSerial: 'S64K@X0R@#####',
    video: { name: 'Intel Iris Xe Graphics', chipset: 'TigerLake-LP GT2' },
    sound: 'Realtek ALC257',
    network: 'Intel Ethernet Connection I219-V',
    wifi: 'Intel Wi-Fi 6 AX201',
    chipset: intelChipset,
    slots: [{ name: 'MediaCard', designation: '1', description: 'PCI Express', status: 'In Use' }],
    battery: {
      name: '5B10W51827',
      manufacturer: 'SMP',
      chemistry: 'LiP',
      designCapacity: 50500,
      realCapacity: 43120,
      designVoltage: 11520,
      location: 'Front',
    },
  },
  imac: {
    bios: {
      manufacturer: 'Apple Inc.',
      model: 'iMac21,1',
      type: 'All in One',
      boardManufacturer: 'Apple Inc.',
      firmwareManufacturer: 'Apple Inc.',
      firmwareVersion: '13822.41.1',
    },
    serialPattern: 'C02@@@@@Q6X#',
    macPrefix: '3c:22:fb',
    cpu: {
      type: 'Apple M1',
      manufacturer: 'Apple',
      speed: 3200,
      cores: 8,
      threads: 8,
      logicalCpus: 8,
      arch: 'arm64',
      dataWidth: 64,
    },
    memorySlots: ['Soldered'],
    modules: 1,
    module: module('Hynix', 'LPDDR4X', 8192, 'LPDDR4', '4266', 'Other'),
    moduleSerial: '',
    disks: [nvme('APPLE SSD AP0256Q', 'Apple', 251000, '1881.101')],
    diskSerial: '0ba0######%%%%#@',
    video: { name: 'Apple M1', chipset: 'Apple M1 (8 cores)' },
    sound: 'iMac Speakers',
    network: 'Apple Ethernet',
    wifi: 'Apple Wi-Fi',
    chipset: [],
    slots: [],
  },
  poweredge: {
    bios: {
      manufacturer: 'Dell Inc.',
      model: 'PowerEdge R340',
      sku: 'SKU=NotProvided;ModelName=PowerEdge R340',
      type: 'Rack Mount Chassis',
      boardManufacturer: 'Dell Inc.',
      boardModel: '045M96',
      firmwareManufacturer: 'Dell Inc.',
      firmwareVersion: '2.20.1',
      firmwareDate: '12/16/2025',
    },
    serialPattern: '#@@@@@2',
    macPrefix: 'b0:7b:25',
    cpu: intel('Intel(R) Xeon(R) E-2234 CPU @ 3.60GHz', 3600, 4, 'LGA1151'),
    memorySlots: ['A1', 'A2', 'A3', 'A4'],
    modules: 4,
    module: module('Micron', '18ASF2G72AZ-3G2E1', 16384, 'DDR4', '2666', 'DIMM'),
    moduleSerial: '%%%%%%%%',
    disks: [sata('sda', 'ST4000NM000A-2HZ100', 4000787, 'SN04'), sata('sdb', 'ST4000NM000A-2HZ100', 4000787, 'SN04')],
    diskSerial: 'WJG@@@@#',
    video: { name: 'Matrox G200eW3', chipset: 'Integrated Matrox G200eW3 Graphics Controller' },
    sound: '',
    network: 'Broadcom NetXtreme BCM5720 Gigabit Ethernet',
    chipset: intelChipset,
    slots: [
      { name: 'PCIe Slot 1', designation: '1', description: 'x8 PCI Express 3 x8', status: 'In Use' },
      { name: 'PCIe Slot 2', designation: '2', description: 'x16 PCI Express 3 x8', status: 'Available' },
    ],
  },
} as const satisfies Record<string, Model>;

export type ModelName = keyof typeof models;
