import type { MachineView } from '../fleet/fleet.ts';
import { messagesOf } from '../i18n/language.ts';
import { describe } from '../model/catalogue.ts';
import { fieldValue, type RawElement } from '../model/descriptor.ts';
import type { LineKeys } from './cursor.ts';
import { type Line, line, span } from './line.ts';
import { MASK, type Reader, rawField } from './value.ts';
import { fitText, widthOf, wrap } from './width.ts';

/** One element as it travels: its name, its depth, and what it holds. */
export interface RawEntry {
  readonly depth: number;
  readonly name: string;
  readonly value?: string;
}

/** Everything that was received, under its wire names, unknown elements too. */
export function rawEntries(view: MachineView, reader: Reader, width: number): readonly RawEntry[] {
  return elementsOf(view, reader).flatMap((entry) => wrapped(entry, width));
}

function elementsOf(view: MachineView, reader: Reader): readonly RawEntry[] {
  const known = view.sections.flatMap(({ name, rows }): readonly RawEntry[] => {
    const { tag, fields } = describe(name);
    return rows.flatMap((row) => [
      { depth: 0, name: tag },
      ...Object.entries(fields).flatMap(([id, field]) => {
        const value = fieldValue(row, id);
        return value === undefined ? [] : [{ depth: 1, name: field.tag, value: rawField(reader, field, value) }];
      }),
      ...(row.extras ?? []).flatMap((element) => elementEntries(element, 1, reader)),
    ]);
  });
  if (view.extras.length === 0) return known;
  const title = { depth: -1, name: messagesOf(reader.language).tui.unknownElements };
  return [...known, title, ...view.extras.flatMap((element) => elementEntries(element, 0, reader))];
}

export function rawKeys(entries: readonly RawEntry[]): LineKeys {
  return entries.map(({ depth, value }, index) => (depth > 0 || value !== undefined ? String(index) : undefined));
}

export function rawLine(entry: RawEntry): Line {
  const { depth, name, value } = entry;
  if (depth < 0) return line(name, 'warning');
  if (value === undefined) return line('  '.repeat(depth) + name, 'strong');
  return [span(`${labelOf(entry)}  `, 'dim'), span(value)];
}

/** A long value goes on below its beginning. */
function wrapped(entry: RawEntry, width: number): readonly RawEntry[] {
  const { depth, name, value } = entry;
  if (value === undefined) return [entry];
  const room = Math.max(LABEL_WIDTH, width - widthOf(labelOf(entry)) - 2);
  return wrap(value, room).map((text, index) =>
    index === 0 ? { depth, name, value: text } : { depth, name: '', value: text },
  );
}

function labelOf({ depth, name }: RawEntry): string {
  const label = '  '.repeat(depth) + name;
  return fitText(label, Math.max(LABEL_WIDTH, widthOf(label)));
}

/** An element the catalogue does not know, with all it holds. */
export function elementEntries(element: RawElement, depth: number, reader: Reader): readonly RawEntry[] {
  const { name, attributes = {}, text, children = [] } = element;
  const shown = (called: string, held: string) => (SECRET.test(called) && !reader.reveal ? MASK : held);
  return [
    { depth, name, ...(text !== undefined && { value: shown(name, text) }) },
    ...Object.entries(attributes).map(([key, held]) => ({
      depth: depth + 1,
      name: `@${key}`,
      value: shown(key, held),
    })),
    ...children.flatMap((child) => elementEntries(child, depth + 1, reader)),
  ];
}

const LABEL_WIDTH = 24;
/** No catalogue says which unknown elements are sensitive; their names do. */
const SECRET = /SERIAL|KEY|PASS|SECRET|TOKEN|USER|LICEN/i;
