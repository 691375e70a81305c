import type { SectionName } from '../../model/catalogue.ts';
import { type AnyRow, fieldValue, type RawElement } from '../../model/descriptor.ts';
import { childrenOf, leaf } from '../element.ts';

/** Everything the catalogue cannot say about the dialects stands here. */

/** Elements inside a section that are a section of their own; FusionInventory and GLPI agents nest them. */
const NESTED: Readonly<Record<string, readonly string[]>> = { OPERATINGSYSTEM: ['TIMEZONE'] };

/** Elements inside a section that speak of the exchange, not of the machine. */
const PROTOCOL_FIELDS: { readonly [N in SectionName]?: readonly string[] } = { hardware: ['CHECKSUM'] };

/** Fields that the OCS dialect writes in a unit a thousand times larger: batteries in Wh and V. OCS protocol 3.12. */
const THOUSANDS: { readonly [N in SectionName]?: readonly string[] } = {
  batteries: ['DESIGNCAPACITY', 'DESIGNVOLTAGE'],
};

/** What a number in this element is multiplied with to be in the unit of its field. */
export function scaleOf(section: SectionName, element: string): number {
  return THOUSANDS[section]?.includes(element) ? 1000 : 1;
}

export function isProtocolField(section: SectionName, element: string): boolean {
  return PROTOCOL_FIELDS[section]?.includes(element) === true;
}

/** The element without what it nests, followed by what it nested. */
export function liftNested(element: RawElement): readonly RawElement[] {
  const nested = Object.hasOwn(NESTED, element.name) ? (NESTED[element.name] ?? []) : [];
  const lifted = childrenOf(element).filter(({ name }) => nested.includes(name));
  if (lifted.length === 0) return [element];
  return [{ ...element, children: (element.children ?? []).filter((child) => !lifted.includes(child)) }, ...lifted];
}

/** A row as it would have been sent without the known faults of stock agents. */
export function mendRow(section: SectionName, row: AnyRow): AnyRow {
  return section === 'storages' ? mendWindowsDisk(row) : row;
}

/** The OCS Windows agent swaps NAME and MODEL, and gives DISKSIZE in MiB where all others give decimal MB. */
function mendWindowsDisk(row: AnyRow): AnyRow {
  const { name: model, model: device, ...rest } = row;
  if (typeof device !== 'string' || !device.startsWith('\\\\.\\')) return row;
  const swapped = { ...rest, name: device, ...(model === undefined ? undefined : { model }) };
  const size = fieldValue(row, 'diskSize');
  if (typeof size !== 'number') return swapped;
  return { ...swapped, diskSize: Math.round(size * 1.048576), extras: [...(row.extras ?? []), leaf('DISKSIZE', size)] };
}
