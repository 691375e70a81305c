import type { SectionName, SectionRow } from '../model/catalogue.ts';
import type { AnyRow } from '../model/descriptor.ts';
import { isPlaceholderMac, isPlaceholderSerial } from '../model/placeholders.ts';
import { present } from '../model/present.ts';
import type { FleetRow, MachineRecord, RowFacts } from './store.ts';

/** What the fleet list shows of one section; undefined for a section it shows nothing of. */
export function rowFacts(section: SectionName, rows: readonly AnyRow[]): RowFacts | undefined {
  return readers[section]?.(rows);
}

/** The sections the fleet list shows something of; of two that tell the same, the later wins. */
export const factSections = [
  'hardware',
  'operatingsystem',
  'bios',
  'networkdevice',
  'cpus',
  'storages',
  'networks',
  'softwares',
] as const;

/** What a row of the fleet list is made of. */
export type RowSource = Pick<
  MachineRecord,
  'id' | 'aliases' | 'name' | 'kind' | 'agent' | 'evidence' | 'account' | 'seq' | 'firstSeen' | 'lastSeen' | 'changedAt'
> &
  Pick<MachineRecord, 'lastSeq' | 'facts' | 'sections'>;

/** One row of the fleet list, from the machine file alone. */
export function fleetRow(record: RowSource): FleetRow {
  const { id, aliases, name, kind, agent, evidence, account, seq, lastSeq, firstSeen, lastSeen, changedAt } = record;
  return {
    id,
    aliases,
    name,
    kind,
    ...Object.assign({}, ...factSections.map((section) => record.facts[section])),
    agent,
    ...present({ tag: account['TAG'] }),
    macs: evidence.macs,
    snapshots: lastSeq ?? seq,
    firstSeen,
    lastSeen,
    changedAt,
    completeness: leastKnown(record.sections),
  };
}

const readers: { readonly [N in SectionName]?: (rows: readonly AnyRow[]) => RowFacts } = {
  hardware: ([row = {}]) => hardwareFacts(row),
  operatingsystem: ([row = {}]) => present({ os: systemName(row) }),
  bios: ([row = {}]) => biosFacts(row),
  networkdevice: ([row = {}]) => deviceFacts(row),
  cpus: ([row = {}]) => cpuFacts(row),
  storages: (rows) => present({ diskMB: totalDiskMB(rows) || undefined }),
  networks: networkFacts,
  softwares: (rows) => ({ softwareCount: rows.length }),
};

function hardwareFacts(row: SectionRow<'hardware'>): RowFacts {
  return present({
    os: joined(row.osName, row.osVersion),
    ip: row.ipAddresses?.[0],
    uuid: row.uuid,
    cpu: row.processorType,
    memoryMiB: row.memory,
  });
}

/** The full name, unless the version knows more: `Debian GNU/Linux 12 (bookworm)` is Debian GNU/Linux 12.11. */
function systemName({ fullName, name, version }: SectionRow<'operatingsystem'>): string | undefined {
  const [major] = version?.split('.') ?? [];
  const refined = name && version && fullName?.startsWith(`${name} ${major}`) && !fullName.includes(version);
  return refined || !fullName ? joined(name, version) : fullName;
}

function biosFacts({ model, serial }: SectionRow<'bios'>): RowFacts {
  return present({ model, serial: serial && !isPlaceholderSerial(serial) ? serial : undefined });
}

function deviceFacts({ model, serial, mac, ipAddresses, firmware }: SectionRow<'networkdevice'>): RowFacts {
  return present({
    ...biosFacts(present({ model, serial })),
    os: firmware,
    ip: ipAddresses?.find((ip) => !ip.startsWith('127.')),
    mac: mac?.toLowerCase(),
  });
}

function cpuFacts({ type }: SectionRow<'cpus'>): RowFacts {
  return present({ cpu: type });
}

/** Optical drives and what is plugged in for a while are no part of the size of a machine. */
function totalDiskMB(rows: readonly SectionRow<'storages'>[]): number {
  const fixed = rows.filter(
    ({ type, description }) => !/cd|dvd|optical|removable|usb|floppy/i.test(`${type} ${description}`),
  );
  return Math.round(fixed.reduce((total, { diskSize }) => total + (diskSize ?? 0), 0));
}

/** The interface that reaches the gateway, else the first that has an address. */
function networkFacts(rows: readonly SectionRow<'networks'>[]): RowFacts {
  const real = rows.filter(({ virtual, mac }) => virtual !== true && mac !== undefined && !isPlaceholderMac(mac));
  const main = real.find((row) => row.ipGateway && row.ipAddress) ?? real.find((row) => row.ipAddress) ?? real[0];
  return present({ ip: main?.ipAddress, mac: main?.mac?.toLowerCase() });
}

/** Name and version, told once: `Debian GNU/Linux 12` and `12.11` are `Debian GNU/Linux 12.11`. */
function joined(name: string | undefined, version: string | undefined): string | undefined {
  if (!name || !version || name.includes(version)) return name;
  const words = name.split(' ');
  const refined = version.startsWith(`${words.at(-1)}.`) ? words.slice(0, -1) : words;
  return [...refined, version].join(' ');
}

const knowledge = ['failed', 'skipped', 'partial', 'complete'] as const;

/** What a system cannot tell, such as the memory modules of a machine without SMBIOS, is no fault of the inventory. */
function leastKnown(sections: MachineRecord['sections']): FleetRow['completeness'] {
  const tellable = Object.values(sections).filter(({ reason }) => !/^not-(?:supported|running)/.test(reason ?? ''));
  const known = new Set(tellable.map(({ completeness }) => completeness));
  return knowledge.find((level) => known.has(level)) ?? 'complete';
}
