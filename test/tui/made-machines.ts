import type { MachineRow, SectionView } from '../../src/fleet/fleet.ts';
import type { SectionName } from '../../src/model/catalogue.ts';
import type { AnyRow, RawElement } from '../../src/model/descriptor.ts';

export interface MadeSnapshot {
  readonly at: string;
  readonly sections: readonly SectionView[];
}

/** A machine nobody owns. */
export interface MadeMachine {
  readonly row: MachineRow;
  readonly snapshots: readonly MadeSnapshot[];
  readonly extras?: readonly RawElement[];
}

/** The clock of every made-up fleet. */
export const NOW = Date.parse('2026-11-23T14:02:30Z');

const systems = ['Debian GNU/Linux 12', 'Windows 11 Pro 23H2', 'Ubuntu 24.04 LTS'] as const;
const models = ['OptiPlex 7060', 'ThinkCentre M720q', 'EliteDesk 800 G5'] as const;

/** A school's fleet: the second machine has a past, the third is silent, two share a serial number. */
export function madeFleet(count = 12): readonly MadeMachine[] {
  return Array.from({ length: count }, (_, index) => madeMachine(index));
}

export function madeMachine(index: number): MadeMachine {
  const snapshots = index === 1 ? pastOfSecond() : [{ at: '2026-11-22T08:00:00.000Z', sections: sectionsOf(index) }];
  return {
    row: rowOf(index, snapshots),
    snapshots,
    extras: [{ name: 'KIOSKMODE', children: [{ name: 'STATE', text: 'on' }] }],
  };
}

function rowOf(index: number, snapshots: readonly MadeSnapshot[]): MachineRow {
  const name = nameOf(index);
  const last = snapshots.at(-1)?.at ?? '';
  return {
    id: `${name}-2026-09-01-08-00-${String(index % 60).padStart(2, '0')}`,
    aliases: [],
    name,
    kind: 'computer',
    os: systems[index % 3] ?? systems[0],
    agent: 'parcours_v0.1.0',
    tag: 'B104',
    ip: `172.16.4.${index + 11}`,
    mac: macOf(index),
    macs: [macOf(index)],
    serial: serialOf(index === 5 ? 4 : index),
    model: models[index % 3] ?? models[0],
    cpu: 'Intel(R) Core(TM) i5-8400 CPU @ 2.80GHz',
    memoryMiB: index === 1 ? 4096 : ([8192, 16_384][index % 2] ?? 8192),
    diskMB: 256_060,
    softwareCount: 40 + index,
    snapshots: snapshots.length,
    firstSeen: '2026-09-01T08:00:00.000Z',
    lastSeen: index === 2 ? '2026-11-14T08:00:00.000Z' : '2026-11-23T12:00:00.000Z',
    changedAt: last,
    completeness: 'partial',
    possibleDoubles: index === 4 ? ['B104-PC06-2026-09-01-08-00-05'] : [],
  };
}

function nameOf(index: number): string {
  return `B104-PC${String(index + 1).padStart(2, '0')}`;
}

function macOf(index: number): string {
  return `18:66:da:00:00:${index.toString(16).padStart(2, '0')}`;
}

function serialOf(index: number): string {
  return `5CG928${String(index).padStart(4, '0')}`;
}

function pastOfSecond(): readonly MadeSnapshot[] {
  const first = sectionsOf(1);
  const second = withRows(first, 'softwares', (rows) => [
    ...rows.map((row) => (row['name'] === 'firefox-esr' ? { ...row, version: '132.0' } : row)),
    { name: 'vlc', version: '3.0.21', publisher: 'Debian Multimedia Maintainers', architecture: 'amd64' },
  ]);
  const third = withRows(second, 'networks', (rows) =>
    rows.map((row) =>
      row['description'] === 'eno1' ? { ...row, ipAddress: '172.16.4.12', ipGateway: '172.16.4.254' } : row,
    ),
  );
  const fourth = withRows(
    withRows(
      withRows(third, 'memories', (rows) => rows.slice(0, 1)),
      'hardware',
      (rows) => rows.map((row) => ({ ...row, memory: 4096, etime: 3.1 })),
    ),
    'softwares',
    (rows) => rows.filter((row) => row['name'] !== 'gimp'),
  );
  return [
    { at: '2026-10-12T08:00:00.000Z', sections: first },
    { at: '2026-11-02T08:00:00.000Z', sections: second },
    { at: '2026-11-21T09:12:00.000Z', sections: third },
    { at: '2026-11-23T12:00:00.000Z', sections: fourth },
  ];
}

function withRows(
  sections: readonly SectionView[],
  name: SectionName,
  change: (rows: readonly AnyRow[]) => readonly AnyRow[],
): readonly SectionView[] {
  return sections.map((section) => (section.name === name ? { ...section, rows: change(section.rows) } : section));
}

function sectionsOf(index: number): readonly SectionView[] {
  return [
    section('hardware', [hardwareOf(index)]),
    section('bios', [
      {
        manufacturer: 'Dell Inc.',
        model: models[index % 3] ?? '',
        serial: serialOf(index),
        type: 'Desktop',
        firmwareVersion: '1.18.0',
        firmwareDate: '2024-03-11',
        boardManufacturer: 'Dell Inc.',
        boardModel: '0T656F',
      },
    ]),
    section('cpus', [
      {
        type: 'Intel(R) Core(TM) i5-8400 CPU @ 2.80GHz',
        manufacturer: 'Intel',
        cores: 6,
        logicalCpus: 6,
        speed: 2800,
        socket: 'LGA1151',
      },
    ]),
    section('memories', [memoryOf('DIMM A', index * 2), memoryOf('DIMM B', index * 2 + 1)]),
    { ...section('storages', []), completeness: 'failed', reason: 'needs-root' },
    section('drives', [
      { type: '/', volume: '/dev/sda2', fileSystem: 'ext4', total: 240_000, free: 120_000 + index },
      { type: '/boot/efi', volume: '/dev/sda1', fileSystem: 'vfat', total: 512, free: 500 },
    ]),
    section('networks', [
      { description: 'lo', ipAddress: '127.0.0.1', status: 'Up', type: 'Loopback', virtual: true },
      {
        description: 'eno1',
        ipAddress: '172.16.4.9',
        mac: macOf(index),
        status: 'Up',
        speed: '1 Gb/s',
        type: 'Ethernet',
      },
    ]),
    { ...section('softwares', softwareOf()), completeness: 'partial', reason: 'timed-out: 10 s' },
  ];
}

function section(name: SectionName, rows: readonly AnyRow[]): SectionView {
  return { name, completeness: 'complete', collectedAt: '2026-11-23T12:00:00.000Z', rows };
}

function hardwareOf(index: number): AnyRow {
  return {
    name: nameOf(index),
    uuid: `4c4c4544-0000-0000-0000-${String(index).padStart(12, '0')}`,
    osName: systems[index % 3] ?? '',
    osVersion: '12',
    arch: 'x86_64',
    processorType: 'Intel(R) Core(TM) i5-8400 CPU @ 2.80GHz',
    processorSpeed: 2800,
    processorCount: 1,
    memory: 8192,
    swap: 2048,
    ipAddresses: ['172.16.4.9', 'fe80::1a66:daff:fe00:1'],
    users: ['lea'],
    etime: 2,
  };
}

function memoryOf(caption: string, number: number): AnyRow {
  return { caption, capacity: 4096, type: 'DDR4', speed: '2666', manufacturer: 'Samsung', serial: `0x1A2B${number}` };
}

function softwareOf(): readonly AnyRow[] {
  const named = [
    ['firefox-esr', '131.0.3', 'Maintainers of Mozilla-related packages'],
    ['gimp', '2.10.34', 'Debian GNOME Maintainers'],
    ['libreoffice-writer', '4:7.4.7-1', 'Debian LibreOffice Maintainers'],
    ['openssh-server', '1:9.2p1-2', 'Debian OpenSSH Maintainers'],
  ].map(([name = '', version = '', publisher = '']) => ({ name, version, publisher, architecture: 'amd64' }));
  const libraries = Array.from({ length: 40 }, (_, at) => ({
    name: `lib-made-up-${String(at).padStart(2, '0')}`,
    version: `${at}.1-2`,
    publisher: 'Debian Developers',
    installDate: '2026-09-01',
    architecture: 'amd64',
    fileSize: 1024 * (at + 1) * 37,
  }));
  return [...named, ...libraries];
}
