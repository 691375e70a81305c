import { describe, expect, it } from 'vitest';
import { collectorsFor } from '../../src/collect/collectors.ts';
import { collect } from '../../src/collect/run.ts';
import { silentLog } from '../../src/model/log.ts';
import { fakeHost } from './fake-host.ts';

/** What systeminformation says on an office computer under Windows, blanks and zeros included. */
const windows = {
  system: {
    manufacturer: 'Dell Inc.',
    model: 'OptiPlex 7090',
    version: '',
    serial: '5XK2Y63',
    uuid: '',
    sku: '0A52',
    virtual: false,
  },
  bios: { vendor: 'Dell Inc.', version: '1.9.1', releaseDate: '2021-04-16', revision: '1.9' },
  baseboard: {
    manufacturer: 'Dell Inc.',
    model: '0K240Y',
    version: 'A00',
    serial: '/5XK2Y63/',
    assetTag: '',
    memMax: null,
    memSlots: 4,
  },
  chassis: {
    manufacturer: 'Dell Inc.',
    model: '',
    type: 'Mini Tower',
    version: '',
    serial: '-',
    assetTag: 'Default string',
    sku: '',
  },
  cpu: {
    manufacturer: 'Intel',
    brand: 'Core™ i5-10500',
    speed: 3.1,
    cores: 12,
    physicalCores: 6,
    processors: 1,
    socket: 'LGA1200',
    family: '6',
    model: '165',
    stepping: '3',
  },
  mem: { total: 17_013_932_032, swaptotal: 2_550_136_832 },
  memLayout: [
    {
      size: 8_589_934_592,
      bank: 'DIMM1',
      type: 'DDR4',
      clockSpeed: 2666,
      formFactor: 'DIMM',
      manufacturer: 'Hynix',
      partNum: 'HMA81GU6',
      serialNum: '83A1B2C3',
    },
  ],
  diskLayout: [
    {
      device: '\\\\.\\PHYSICALDRIVE0',
      type: 'NVMe',
      name: 'SAMSUNG MZVLQ256HAJD',
      vendor: 'Samsung',
      size: 256_052_966_400,
      firmwareRevision: 'HPS4NFXV',
      serialNum: 'S5XX',
      interfaceType: 'PCIe',
    },
  ],
  fsSize: [{ fs: 'C:', type: 'NTFS', size: 255_000_000_000, used: 1, available: 0, mount: 'C:' }],
  osInfo: {
    platform: 'Windows',
    distro: 'Microsoft Windows 11 Professionnel',
    release: '10.0.22631',
    codename: '',
    servicepack: '0.0',
    build: '22631',
  },
  uuid: { os: 'x', hardware: '4c4c4544-0058-4b10-8032-b5c04f593633', macs: [] },
  graphics: {
    controllers: [
      { model: 'Intel(R) UHD Graphics 630', vendor: 'Intel Corporation', vram: 1024, driverVersion: '31.0' },
    ],
    displays: [],
  },
  usb: [],
  printer: [{ name: 'Salle', model: 'HP', uri: 'ipp://me:secret@server/queue', shared: false, status: 'idle' }],
  audio: [{ name: 'Realtek Audio', manufacturer: 'Realtek', type: '' }],
  battery: { hasBattery: false },
};

const host = fakeHost({
  portable: windows,
  facts: { platform: 'win32', hostName: 'PC-B12-03', environment: { USERDOMAIN: 'LYCEE' } },
  addresses: [
    {
      interface: 'Ethernet',
      address: '192.168.12.3',
      netmask: '255.255.255.0',
      family: 4,
      mac: 'A4:BB:6D:0A:0B:0C',
      internal: false,
    },
    {
      interface: 'Loopback',
      address: '127.0.0.1',
      netmask: '255.0.0.0',
      family: 4,
      mac: '00:00:00:00:00:00',
      internal: true,
    },
  ],
});

describe('systeminformation', () => {
  it('reads a Windows machine, and what it does not know is absent', async () => {
    const { sections } = await collect(host, { log: silentLog, source: 'si' });
    expect(sections).toEqual({
      hardware: [
        {
          name: 'PC-B12-03',
          osName: 'Microsoft Windows 11 Professionnel',
          osVersion: '10.0.22631',
          osComments: '22631',
          arch: 'x86_64',
          memory: 16225,
          swap: 2432,
          uuid: '4C4C4544-0058-4B10-8032-B5C04F593633',
          userDomain: 'LYCEE',
          vmSystem: 'Physical',
          chassisType: 'Mini Tower',
          processorType: 'Intel Core™ i5-10500',
          processorSpeed: 3100,
          processorCount: 1,
          ipAddresses: ['192.168.12.3'],
        },
      ],
      bios: [
        {
          manufacturer: 'Dell Inc.',
          model: 'OptiPlex 7090',
          serial: '5XK2Y63',
          sku: '0A52',
          type: 'Mini Tower',
          boardManufacturer: 'Dell Inc.',
          boardModel: '0K240Y',
          boardSerial: '/5XK2Y63/',
          firmwareManufacturer: 'Dell Inc.',
          firmwareVersion: '1.9.1',
          firmwareDate: '04/16/2021',
        },
      ],
      cpus: [
        {
          type: 'Intel Core™ i5-10500',
          manufacturer: 'Intel',
          speed: 3100,
          cores: 6,
          threads: 12,
          logicalCpus: 12,
          sockets: 1,
          socket: 'LGA1200',
          arch: 'x86_64',
          familyNumber: '6',
          model: '165',
          stepping: '3',
        },
      ],
      memories: [
        {
          slot: 1,
          caption: 'DIMM1',
          description: 'DIMM',
          capacity: 8192,
          type: 'DDR4',
          speed: '2666',
          manufacturer: 'Hynix',
          model: 'HMA81GU6',
          serial: '83A1B2C3',
        },
      ],
      storages: [
        {
          name: '\\\\.\\PHYSICALDRIVE0',
          manufacturer: 'Samsung',
          model: 'SAMSUNG MZVLQ256HAJD',
          description: 'PCIe',
          type: 'disk',
          diskSize: 256053,
          serial: 'S5XX',
          firmware: 'HPS4NFXV',
        },
      ],
      drives: [{ letter: 'C:', fileSystem: 'NTFS', total: 243186, free: 0 }],
      networks: [
        {
          description: 'Ethernet',
          mac: 'a4:bb:6d:0a:0b:0c',
          status: 'Up',
          ipAddress: '192.168.12.3',
          ipMask: '255.255.255.0',
          ipSubnet: '192.168.12.0',
        },
      ],
      videos: [
        {
          name: 'Intel(R) UHD Graphics 630',
          chipset: 'Intel Corporation',
          memory: 1024,
          driverVersion: '31.0',
        },
      ],
      sounds: [{ name: 'Realtek Audio', manufacturer: 'Realtek' }],
      usbdevices: [],
      monitors: [],
      printers: [{ name: 'Salle', driver: 'HP', port: 'ipp://server/queue', shared: false, status: 'idle' }],
      batteries: [],
    });
  });

  it('is left alone on Linux, unless it alone is asked for', () => {
    const names = (source: 'own' | 'si') => collectorsFor('linux', source).map(({ name }) => name.split('/')[0]);
    expect([...new Set(names('own'))]).toEqual(['linux']);
    expect([...new Set(names('si'))]).toEqual(['portable']);
  });

  it('does not have its made-up memory module believed', async () => {
    const invented = [
      { size: 25_276_514_304, bank: '', type: '', clockSpeed: 0, formFactor: '', partNum: '', serialNum: '' },
    ];
    const { sections, reports } = await collect(
      fakeHost({ portable: { memLayout: invented }, facts: { platform: 'darwin' } }),
      { log: silentLog, only: ['memories'] },
    );
    expect(sections).toEqual({});
    expect(reports.memories).toEqual({ state: 'failed', reason: 'not-supported: no /usr/sbin/system_profiler' });
  });
});
