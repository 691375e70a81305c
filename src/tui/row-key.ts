import { describe, type SectionName } from '../model/catalogue.ts';
import { type AnyRow, fieldValue } from '../model/descriptor.ts';

/** A name for each row, unique in its section, that stays when other rows come and go. */
export function rowKeys(section: SectionName, rows: readonly AnyRow[]): readonly string[] {
  const known = keysOf.get(rows);
  if (known) return known;
  const seen = new Map<string, number>();
  const keys = rows.map((row) => {
    const name = identityText(section, row);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return `${section}/${name}#${count}`;
  });
  keysOf.set(rows, keys);
  return keys;
}

function identityText(section: SectionName, row: AnyRow): string {
  const descriptor = describe(section);
  if (descriptor.cardinality === 'one') return '';
  const [best = []] = descriptor.identity;
  return best.map((field) => String(fieldValue(row, field) ?? '')).join('/');
}

const keysOf = new WeakMap<readonly AnyRow[], readonly string[]>();
