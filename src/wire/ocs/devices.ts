import type { Sections } from '../../model/catalogue.ts';
import type { RawElement } from '../../model/descriptor.ts';
import type { Inventory, Kind } from '../../model/inventory.ts';
import { complete } from '../completeness.ts';
import { childNamed, childrenNamed, childrenOf, childText, leaf, parent } from '../element.ts';
import { SectionDecoder } from './sections.ts';

/**
 * What a FusionInventory agent learned over SNMP of devices without an agent: one inventory a DEVICE. GLPI reference 4.
 * The DEVICEID is that of the agent, or `foo`, and names none of them.
 */
export function decodeDevices(content: RawElement | undefined, agent: string | undefined): readonly Inventory[] {
  const spoken = childText(content, 'MODULEVERSION') ?? agent ?? 'unknown';
  return childrenNamed(content, 'DEVICE').map((device) => decodeDevice(device, spoken));
}

function decodeDevice(device: RawElement, agent: string): Inventory {
  const parts = childrenOf(device);
  const info = childNamed(device, 'INFO');
  const about = info
    ? childrenOf(info)
    : parts.filter(({ children }) => children === undefined || children.length === 0);
  const others = info ? parts.filter((part) => part !== info) : parts.filter((part) => !about.includes(part));
  const elements = [parent(DEVICE, aboutDevice(about)), ...others.flatMap(unwrapped)];
  const decoder = new SectionDecoder();
  for (const element of elements) decoder.add(element);
  const { sections, extras } = decoder.finish();
  const completed = complete(sections, { kind: 'snmp' });
  const type = about.find(({ name }) => name === 'TYPE')?.text ?? '';
  return {
    kind: KINDS[type.toUpperCase()] ?? 'unmanaged',
    agent,
    sections: completed.sections as Sections,
    reports: completed.reports,
    account: {},
    extras,
  };
}

const DEVICE = 'NETWORK_DEVICE';

/** Discovery and inventory name the same facts otherwise. */
function aboutDevice(elements: readonly RawElement[]): readonly RawElement[] {
  const names = NAMES.flatMap((tag) => elements.find(({ name }) => name === tag)?.text ?? []);
  const [known] = names;
  return [
    ...(known === undefined ? [] : [leaf('NAME', known)]),
    ...elements.filter(({ name }) => name !== 'NAME').flatMap(asField),
  ];
}

function asField(element: RawElement): readonly RawElement[] {
  if (element.name === 'IPS') return childrenNamed(element, 'IP').map(({ text = '' }) => leaf('IPS', text));
  const name = Object.hasOwn(FIELDS, element.name) ? (FIELDS[element.name] ?? element.name) : element.name;
  return [{ ...element, name }];
}

/** Names of a device, the one its owner gave first. */
const NAMES = ['NAME', 'SNMPHOSTNAME', 'DNSHOSTNAME', 'NETBIOSNAME'];
const FIELDS: Readonly<Record<string, string>> = { IP: 'IPS', COMMENTS: 'DESCRIPTION' };

/** The rows of a list that stand in an element of their own. */
function unwrapped(element: RawElement): readonly RawElement[] {
  const [row, section] = WRAPPED[element.name] ?? [];
  if (row === undefined || section === undefined) return [element];
  const rows = childrenNamed(element, row).map((child) => ({ ...child, name: section }));
  const rest = childrenOf(element).filter(({ name }) => name !== row);
  return rest.length === 0 ? rows : [...rows, parent(element.name, rest)];
}

const WRAPPED: Readonly<Record<string, readonly [string, string] | undefined>> = {
  PORTS: ['PORT', 'NETWORK_PORTS'],
  COMPONENTS: ['COMPONENT', 'NETWORK_COMPONENTS'],
};

const KINDS: Readonly<Record<string, Kind | undefined>> = {
  COMPUTER: 'computer',
  NETWORKING: 'network',
  STORAGE: 'network',
  POWER: 'network',
  VIDEO: 'network',
  KVM: 'network',
  PRINTER: 'printer',
  PHONE: 'phone',
};
