import { rowName } from '../delta/delta.ts';
import { describe, type SectionName, sectionNames } from '../model/catalogue.ts';
import { type AnyRow, fieldValue, type Value } from '../model/descriptor.ts';
import { unlessDamaged } from '../model/errors.ts';
import type { StoreReader } from '../store/store.ts';
import type { Found, MachineRow } from './fleet.ts';
import { foldText } from './language/fold.ts';

/** True for a text, without case and accents, that one word of a search is found in. */
export type Word = (text: string) => boolean;

/**
 * The values of one machine in which a word is found, of rows in which all of them are: at the snapshot that its row of
 * the fleet list tells of. What changes at every run is known of the newest only.
 */
export async function searchMachine(
  reader: StoreReader,
  { id, name, changedAt }: MachineRow,
  words: readonly Word[],
): Promise<readonly Found[]> {
  const record = await reader.machine(id);
  const seq = record?.changedAt === changedAt ? record.seq : await seqAt(reader, id, changedAt);
  if (!record || seq === undefined) return [];
  const found: Found[] = [];
  for (const section of sectionNames) {
    const volatile = (seq === record.seq ? record.volatile[section] : undefined) ?? [];
    const isVolatile = describe(section).volatile === true;
    const rows = isVolatile ? volatile : await unlessDamaged(reader.rows(id, seq, section));
    for (const [at, row] of (rows ?? []).entries()) {
      const whole = isVolatile ? row : { ...row, ...volatile[at] };
      found.push(...foundIn(section, whole, words).map((one) => ({ machine: { id, name }, section, ...one })));
    }
  }
  return found;
}

async function seqAt(reader: StoreReader, id: string, changedAt: string): Promise<number | undefined> {
  return (await reader.timeline(id)).findLast(({ at }) => at === changedAt)?.seq;
}

function foundIn(section: SectionName, row: AnyRow, words: readonly Word[]) {
  const texts = Object.keys(describe(section).fields).flatMap((field) => {
    const value = fieldValue(row, field);
    return value === undefined ? [] : [{ field, value, text: foldText(textOf(value)) }];
  });
  if (!words.every((word) => texts.some(({ text }) => word(text)))) return [];
  const matching = texts.filter(({ text }) => words.some((word) => word(text)));
  return matching.map(({ field, value }) => ({ key: rowName(section, row), field, value }));
}

function textOf(value: Value): string {
  return Array.isArray(value) ? value.join(' ') : String(value);
}
