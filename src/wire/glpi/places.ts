import { describe, type SectionName, sectionNames } from '../../model/catalogue.ts';
import type { Field } from '../../model/descriptor.ts';

/** Key under which GLPI has a section; undefined where its format has none. */
export function sectionKey(section: SectionName): string | undefined {
  if (ELSEWHERE.has(section)) return undefined;
  return describe(section).glpi ?? describe(section).tag.toLowerCase();
}

/** Key of a field, whether GLPI's format has one or not. */
export function fieldKey({ glpi, fusion, tag }: Field): string {
  return glpi ?? (fusion ?? tag).toLowerCase();
}

/** Whether GLPI's format has a place for a field of a section that it has. */
export function hasPlace(section: SectionName, field: string): boolean {
  return NO_PLACE[section]?.includes(field) !== true;
}

/** The section under a key, also under its names in the XML dialects. */
export function sectionUnder(key: string): SectionName | undefined {
  return sectionOf.get(key);
}

/** The field under a key of a section. */
export function fieldUnder(section: SectionName, key: string): string | undefined {
  return fieldOf.get(section)?.get(key);
}

/** Fields without which GLPI refuses a row. */
export function requiredFields(section: SectionName): readonly string[] {
  return REQUIRED[section] ?? [];
}

/** Sections that GLPI's format does not have, or has inside another: the time zone stands in the operating system. */
const ELSEWHERE: ReadonlySet<SectionName> = new Set([
  'timezone',
  'repository',
  'jvms',
  'javainfo',
  'registry',
  'journallog',
  'saas',
  'runningprocesses',
  'security',
  'listeners',
  'languagepackages',
  'volumes',
]);

/** Fields that other dialects have and GLPI's format has not. A test holds this against the published schema. */
const NO_PLACE: { readonly [N in SectionName]?: readonly string[] } = {
  hardware: [
    ...['userDomain', 'osName', 'osVersion', 'osComments', 'arch', 'archName', 'vmName', 'vmHostSerial', 'users'],
    ...['processorType', 'processorSpeed', 'processorCount', 'ipAddresses', 'installDate', 'lastDate', 'etime'],
  ],
  operatingsystem: ['build', 'kernelBuild', 'uptime', 'bootDate', 'language'],
  bios: ['type'],
  cpus: [
    ...['currentSpeed', 'logicalCpus', 'sockets', 'socket', 'l2Cache', 'dataWidth', 'addressWidth', 'voltage'],
    ...['status', 'hyperthreading'],
  ],
  slots: ['purpose', 'shared'],
  storages: ['rotational'],
  drives: ['fileCount'],
  physicalvolumes: ['name'],
  controllers: ['description', 'pciId'],
  videos: ['pciId', 'driverVersion', 'speed', 'uuid', 'videoBios'],
  batteries: [
    ...['description', 'charge', 'cycles', 'status', 'level', 'temperature', 'health', 'location', 'maxError'],
    ...['maxPower', 'sbdsVersion', 'oemSpecific'],
  ],
  sensors: ['power'],
  softwares: ['fileName', 'language', 'bitsWidth', 'sourceKind', 'status'],
  licenseinfos: ['oem'],
  virtualmachines: ['cores', 'vmId', 'operatingSystem'],
  networks: ['typeMib', 'duplex', 'slave', 'vlanId', 'bondMode'],
  sim: ['deviceId', 'lineNumber'],
  monitors: ['size', 'resolution'],
  usbdevices: ['type', 'interface'],
  localusers: ['gid', 'lastLogin'],
};

const REQUIRED: { readonly [N in SectionName]?: readonly string[] } = {
  timezone: ['name', 'offset'],
  networkdevice: ['type'],
  slots: ['name'],
  physicalvolumes: ['device', 'format', 'free', 'extents', 'uuid', 'size'],
  volumegroups: ['free', 'logicalVolumes', 'physicalVolumes', 'size', 'extentSize', 'name', 'uuid'],
  logicalvolumes: ['name', 'uuid', 'size'],
  ports: ['type'],
  softwares: ['name'],
  databasesservices: ['name', 'version'],
  virtualmachines: ['name'],
  networks: ['description'],
  printers: ['name'],
  firewall: ['status'],
  remotemgmt: ['id', 'type'],
  localusers: ['id'],
  localgroups: ['id', 'name'],
  processes: ['command', 'pid', 'user'],
  envs: ['key', 'value'],
  accesslog: ['logDate'],
};

const sectionOf = new Map<string, SectionName>([
  ...sectionNames.flatMap((name) =>
    (describe(name).aliases ?? []).map((alias) => [alias.toLowerCase(), name] as const),
  ),
  ...sectionNames.map((name) => [describe(name).tag.toLowerCase(), name] as const),
  ...sectionNames.flatMap((name) => {
    const key = sectionKey(name);
    return key === undefined ? [] : [[key, name] as const];
  }),
]);

const fieldOf = new Map(
  sectionNames.map((name) => {
    const fields = Object.entries(describe(name).fields);
    return [name, new Map(fields.map(([field, descriptor]) => [fieldKey(descriptor), field] as const))] as const;
  }),
);
