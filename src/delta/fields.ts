import { type AnyRow, fieldValue, type RawElement, type SectionDescriptor, type Value } from '../model/descriptor.ts';
import { present } from '../model/present.ts';
import type { FieldChange } from './types.ts';

/** Fields in which two rows differ, in catalogue order; what the catalogue cannot hold is one field, `extras`. */
export function differingFields(descriptor: SectionDescriptor, before: AnyRow, after: AnyRow): readonly FieldChange[] {
  const changes: FieldChange[] = [];
  for (const field in descriptor.fields) {
    const [own, other] = [fieldValue(before, field), fieldValue(after, field)];
    if (differ(own, other)) changes.push({ field, before: own, after: other });
  }
  if (!before.extras && !after.extras) return changes;
  const extras = { field: EXTRAS, before: extrasText(before.extras), after: extrasText(after.extras) };
  return differ(extras.before, extras.after) ? [...changes, extras] : changes;
}

const EXTRAS = 'extras';

/** Lists mean the same in any order. */
function differ(before: Value | undefined, after: Value | undefined): boolean {
  if (!Array.isArray(before) || !Array.isArray(after)) return before !== after;
  return JSON.stringify([...before].sort()) !== JSON.stringify([...after].sort());
}

function extrasText(extras: readonly RawElement[] | undefined): readonly string[] | undefined {
  return extras?.length ? extras.map(elementText).sort() : undefined;
}

function elementText({ name, text, attributes, children }: RawElement): string {
  const inside = present({ attributes, children });
  return `${name}: ${[text, Object.keys(inside).length > 0 ? JSON.stringify(inside) : ''].filter(Boolean).join(' ')}`;
}
