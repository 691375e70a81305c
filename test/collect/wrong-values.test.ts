import { describe, expect, it } from 'vitest';
import { rootedHost } from '../../src/collect/rooted-host.ts';
import { collect } from '../../src/collect/run.ts';
import type { Sections } from '../../src/model/catalogue.ts';
import { silentLog } from '../../src/model/log.ts';
import { encodeInventory } from '../../src/wire/ocs/request.ts';
import { withFiles } from './overlay.ts';
import { smbiosTable, word } from './smbios-table.ts';

/**
 * Values that the OCS, FusionInventory and GLPI agents were seen to get wrong, or to contradict each other on, on one
 * virtual machine: each as it is read from the recording of a machine of the same kind.
 */

/** The notebook whose firmware was replayed to those agents: two modules of 4 GiB, two empty slots. */
const notebook = smbiosTable([
  { type: 1, length: 0x1b, texts: { 4: 'LENOVO', 5: '1298A8G', 6: 'ThinkPad Edge E320', 7: 'LR9NKZ7' } },
  module('ChannelA-DIMM0', 'B52A5D9F'),
  emptySlot('ChannelA-DIMM1'),
  module('ChannelB-DIMM0', '947C2F3B'),
  emptySlot('ChannelB-DIMM1'),
]);

function module(locator: string, serial: string) {
  const bytes = { 12: word(4096), 14: 0x0d, 18: 0x18, 21: word(1333) };
  return { type: 17, length: 0x22, bytes, texts: { 16: locator, 23: 'Samsung', 24: serial } };
}

function emptySlot(locator: string) {
  const texts = { 16: locator, 23: 'Not Specified', 24: 'Not Specified', 26: 'Not Specified' };
  return { type: 17, length: 0x22, bytes: { 12: word(0), 14: 0x0d, 18: 2 }, texts };
}

/** The recording, with what those agents fell for: a file left over from Docker, and the sources of two makers. */
async function recorded(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<Sections> {
  const host = withFiles(await rootedHost('test/fixtures/hosts/debian-vm'), {
    '/.dockerenv': '',
    '/etc/apt/sources.list.d/nodesource.list': 'deb [arch=amd64] https://deb.nodesource.com/node_20.x nodistro main\n',
    '/etc/apt/sources.list.d/google.list': 'deb https://dl.google.com/linux/chrome/deb/ stable main\n',
    ...files,
  });
  return (await collect(host, { log: silentLog })).sections;
}

const machine = await recorded();
const withFirmware = await recorded({ '/sys/firmware/dmi/tables/DMI': notebook });

const [hardware] = machine.hardware ?? [];
const [cpu] = machine.cpus ?? [];
const [system] = machine.operatingsystem ?? [];
const eth0 = (machine.networks ?? []).filter(({ description }) => description === 'eth0');
const ifb0 = (machine.networks ?? []).find(({ description }) => description === 'ifb0');
const packages = machine.softwares ?? [];
const root = machine.localusers?.find(({ login }) => login === 'root');

const ALL_ONES = 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff';

const rows: readonly (readonly [fact: string, ours: unknown, truth: unknown])[] = [
  ['VMSYSTEM, although a /.dockerenv lies about', hardware?.vmSystem, 'KVM'],
  ['VMSYSTEM does not blank BIOS.SSN where there is firmware', withFirmware.bios?.[0]?.serial, 'LR9NKZ7'],
  ['install date of a package', packages.find(({ name }) => name === 'adduser')?.installDate, '2025-05-20T00:00:00'],
  [
    'INSTALLDATE where the birth of the disk is unknown',
    [hardware?.installDate, system?.installDate],
    [undefined, undefined],
  ],
  ['last user where wtmp is empty', [hardware?.lastUser, hardware?.lastLogin], [undefined, undefined]],
  ['OSVERSION', [hardware?.osVersion, system?.version], ['12.11', '12.11']],
  ['OSCOMMENTS', hardware?.osComments, 'Debian GNU/Linux 12 (bookworm)'],
  ['DESCRIPTION: since when, not for how long', hardware?.description, 'x86_64/23-11-2026 20:09:33'],
  ['speed of eth0, where the kernel says -1', eth0.map(({ speed }) => speed), [undefined, undefined, undefined]],
  ['speed and duplex of ifb0, which has none', [ifb0?.speed, ifb0?.duplex], [undefined, undefined]],
  [
    'IPv6 of eth0: both addresses, no gateway invented',
    eth0.map(({ ipAddress, ipGateway }) => [ipAddress, ipGateway]),
    [
      ['192.0.2.2', '192.0.2.1'],
      ['fd00::2', 'fd00::1'],
      ['fe80::fc:ff:fe00:1', undefined],
    ],
  ],
  ['mask of ::1/128, the only kind of mask that lo has', await masksOf('lo', '2001:db8::53'), [ALL_ONES]],
  ['architecture of the processor', cpu?.arch, 'x86_64'],
  ['threads: one a core, two in all', [cpu?.cores, cpu?.logicalCpus, cpu?.hyperthreading], [2, 2, 'no']],
  ['speed of the processor, MHz', [hardware?.processorSpeed, cpu?.speed], [2596, 2596]],
  ['cache of the processor, 2 × 1024 KiB as a number', cpu?.l2Cache, '2048'],
  [
    'disks: size in decimal MB, and none in memory',
    machine.storages?.map(({ name, diskSize }) => [name, diskSize]),
    [['vda', 274878]],
  ],
  ['user and group of root', [root?.id, root?.gid, machine.localgroups?.[0]?.id], ['0', '0', '0']],
  ['LOCAL_GROUPS, those without members too', machine.localgroups?.length, 48],
  ['PUBLISHER of a package: who maintains it', publisherOf('adduser'), 'Debian Adduser Developers'],
  ['name and architecture of a package', architectureOf('zlib1g'), ['zlib1g', 'amd64']],
  [
    'APT repositories, each apart, other makers’ too',
    machine.repository?.map(({ baseUrl, name }) => `${baseUrl} ${name}`).sort(),
    [
      'http://deb.debian.org/debian bookworm main',
      'http://deb.debian.org/debian bookworm-updates main',
      'http://deb.debian.org/debian-security bookworm-security main',
      'https://deb.nodesource.com/node_20.x nodistro main',
      'https://dl.google.com/linux/chrome/deb/ stable main',
    ],
  ],
  [
    'VERSIONCLIENT stands in the document',
    /<VERSIONCLIENT>(.*)<\/VERSIONCLIENT>/.exec(document())?.[1],
    'parcours_v1.2.3',
  ],
  [
    'memory with two empty slots, without words where nothing is known',
    withFirmware.memories?.map(({ caption, capacity, serial }) => [caption, capacity, serial]),
    [
      ['ChannelA-DIMM0', 4096, 'B52A5D9F'],
      ['ChannelA-DIMM1', undefined, undefined],
      ['ChannelB-DIMM0', 4096, '947C2F3B'],
      ['ChannelB-DIMM1', undefined, undefined],
    ],
  ],
  ['environment and command lines are not sent', [machine.envs, machine.processes], [undefined, undefined]],
];

describe('a value that others get wrong is right', () => {
  it.each(rows)('%s', (_, ours, truth) => {
    expect(ours).toEqual(truth);
  });
});

/** The interface is told where it has an address that is not every machine's. */
async function masksOf(name: string, address: string): Promise<readonly (string | undefined)[]> {
  const host = await rootedHost('test/fixtures/hosts/debian-vm');
  const addresses = await host.addresses();
  const another = addresses.filter((one) => one.address === '::1').map((one) => ({ ...one, address }));
  const anycast = { ...host, addresses: async () => [...addresses, ...another] };
  const { networks = [] } = (await collect(anycast, { log: silentLog, only: ['networks'] })).sections;
  return networks.filter(({ description }) => description === name).map(({ ipMask }) => ipMask);
}

function publisherOf(wanted: string): string | undefined {
  return packages.find(({ name }) => name === wanted)?.publisher;
}

function architectureOf(wanted: string) {
  return packages
    .filter(({ name = '' }) => name.startsWith(wanted))
    .flatMap(({ name, architecture }) => [name, architecture]);
}

function document(): string {
  const run = { kind: 'computer', agent: 'parcours_v1.2.3', reports: {}, account: {}, extras: [] } as const;
  return encodeInventory({ ...run, deviceId: 'vm-2026-11-23-20-30-00', sections: machine }, 1);
}
