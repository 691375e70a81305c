import { isIPv4, isIPv6 } from 'node:net';
import type { SectionName } from '../../model/catalogue.ts';
import type { Field } from '../../model/descriptor.ts';

/** How a field looks in GLPI's JSON. */
export interface Form {
  readonly as: 'text' | 'integer' | 'boolean' | 'list';
  /** What the schema lets stand there, and as an item of a list; anything else is left out. */
  readonly like?: Pick<RegExp, 'test'>;
  /** From our wording to GLPI's. */
  readonly write?: (text: string) => string;
  /** From GLPI's wording to ours. */
  readonly read?: (text: string) => string;
}

/** The form of a field: that of its type, but for what stands in the table of exceptions. */
export function formOf(section: SectionName, name: string, field: Field): Form {
  return FORMS[section]?.[name] ?? BY_TYPE[field.type];
}

const TIME = '[ T][0-9]{2}:[0-9]{2}:[0-9]{2}';
const DATE: Form = { as: 'text', like: /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/, write: toIso };
const MOMENT: Form = { as: 'text', like: new RegExp(`^[0-9]{4}-[0-9]{2}-[0-9]{2}${TIME}$`), write: toIso };
const DATE_OR_MOMENT: Form = { as: 'text', like: new RegExp(`^[0-9]{4}-[0-9]{2}-[0-9]{2}(${TIME})?$`), write: toIso };
const IPV4: Form = { as: 'text', like: { test: isIPv4 } };
const IPV6: Form = { as: 'text', like: { test: isPlainIPv6 } };
const ANY_IP: Form = { as: 'text', like: { test: (text) => isIPv4(text) || isPlainIPv6(text) } };

const BY_TYPE: Readonly<Record<Field['type'], Form>> = {
  text: { as: 'text' },
  integer: { as: 'integer' },
  decimal: { as: 'integer' },
  yesNo: { as: 'boolean' },
  date: DATE_OR_MOMENT,
  list: { as: 'text' },
};

/** Firmware dates are `MM/DD/YYYY` in SMBIOS, and so in all dialects but this one. */
const MONTH_FIRST: Form = {
  as: 'text',
  like: DATE_OR_MOMENT.like ?? /^/,
  write: (text) => text.replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, '$3-$1-$2'),
  read: (text) => text.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$2/$3/$1'),
};
/** Words of SMBIOS type 39 that are booleans here. */
const YES_NO: Form = { as: 'boolean', ...words({ Yes: 'true', No: 'false' }) };
const LIST: Form = { as: 'list' };
const INTEGER: Form = { as: 'integer' };
const TEXT: Form = { as: 'text' };

const FORMS: { readonly [N in SectionName]?: Readonly<Record<string, Form>> } = {
  operatingsystem: { installDate: DATE_OR_MOMENT, bootTime: MOMENT },
  timezone: { offset: { as: 'text', like: /^[+-]\d{4}$/ } },
  bios: {
    firmwareDate: MONTH_FIRST,
    secureBoot: { as: 'text', like: /^(?:enabled|disabled|unsupported)$/, write: toLower },
  },
  networkdevice: {
    ipAddresses: { ...ANY_IP, as: 'list' },
    type: {
      as: 'text',
      like: /^(?:Unmanaged|Computer|Networking|Printer|Storage|Power|Phone|Video|KVM)$/,
      write: (text) =>
        text.replace(/^([A-Z])([A-Z]+)$/, (_, first, rest) => (text === 'KVM' ? text : first + toLower(rest))),
    },
  },
  networkports: {
    ipAddresses: { ...ANY_IP, as: 'list' },
    status: { as: 'integer', like: /^[1-7]$/ },
    adminStatus: { as: 'integer', like: /^[1-3]$/ },
    duplex: { as: 'integer', like: /^[1-3]$/ },
  },
  networkcomponents: { ipAddress: ANY_IP },
  cpus: {
    arch: {
      as: 'text',
      like: /^(?:mips|mips64|alpha|sparc|sparc64|m68k|i\d86|x86_64|powerpc|powerpc64|arm.*|aarch64)$/,
    },
    stepping: INTEGER,
    externalClock: INTEGER,
  },
  slots: { status: { as: 'text', like: /^(?:free|used)$/, ...words({ 'In Use': 'used', Available: 'free' }) } },
  volumegroups: { extentSize: TEXT },
  batteries: { madeOn: DATE },
  powersupplies: { powerMax: INTEGER, plugged: YES_NO, hotReplaceable: YES_NO },
  firmwares: { date: DATE },
  licenseinfos: { activatedOn: MOMENT },
  databasesservices: { lastBoot: MOMENT, lastBackup: MOMENT },
  virtualmachines: {
    status: {
      as: 'text',
      like: /^(?:running|blocked|idle|paused|shutdown|crashed|dying|off)$/,
      write: (text) =>
        toLower(text)
          .replace(/^stopped$/, 'off')
          .replace(/^pause$/, 'paused'),
    },
    ipAddress: ANY_IP,
  },
  networks: {
    ipAddress: IPV4,
    ipMask: IPV4,
    ipSubnet: IPV4,
    status: {
      as: 'text',
      like: /^(?:up|down|dormant|notpresent|lowerlayerdown|unknown|testing)$/,
      ...words({ Up: 'up', Down: 'down' }),
    },
    type: {
      as: 'text',
      like: /^(?:ethernet|wifi|infiniband|aggregate|alias|dialup|loopback|bridge|fibrechannel|bluetooth)$/,
      write: (text) => toLower(text).replace(/^local$/, 'loopback'),
    },
    speed: { as: 'text', write: toMegabits },
  },
  cameras: { resolutions: LIST, videoResolutions: LIST, imageFormats: LIST, supports: LIST },
  antivirus: { expiration: DATE, baseCreation: DATE },
  firewall: { ipAddress: IPV4, ipAddress6: IPV6 },
  localgroups: { members: LIST },
  processes: { cpu: TEXT, memory: TEXT, started: MOMENT },
  accesslog: { logDate: MOMENT },
  versionprovider: { comments: LIST, perlConfiguration: LIST, perlModules: LIST },
};

function words(table: Readonly<Record<string, string>>): Required<Pick<Form, 'write' | 'read'>> {
  const back = Object.fromEntries(Object.entries(table).map(([ours, theirs]) => [theirs, ours]));
  return {
    write: (text) => (Object.hasOwn(table, text) ? (table[text] ?? text) : toLower(text)),
    read: (text) => (Object.hasOwn(back, text) ? (back[text] ?? text) : text),
  };
}

/** Without the zone of a link-local address, which the schema does not know. */
function isPlainIPv6(text: string): boolean {
  return isIPv6(text) && !text.includes('%');
}

function toLower(text: string): string {
  return text.toLowerCase();
}

/** `YYYY/MM/DD` and `DD/MM/YYYY`, with or without a time, as GLPI writes dates. */
function toIso(text: string): string {
  return text
    .replaceAll('/', '-')
    .replace(/^(\d\d)-(\d\d)-(\d{4})(?!\d)/, '$3-$2-$1')
    .replace(/^(\d{4}-\d\d-\d\d)T/, '$1 ')
    .replace(/^(\S+ \d\d:\d\d)$/, '$1:00');
}

/** `1 Gb/s` and `1 Gbps` as Mbit/s. */
function toMegabits(text: string): string {
  const [, number, unit] = /^(\d+(?:\.\d+)?) ?([MG])b(?:\/s|ps)$/i.exec(text) ?? [];
  return number === undefined ? text : String(Number(number) * (unit?.toUpperCase() === 'G' ? 1000 : 1));
}
