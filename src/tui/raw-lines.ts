import type { MachineView } from '../fleet/fleet.ts';
import { messagesOf } from '../i18n/language.ts';
import { describe } from '../model/catalogue.ts';
import { fieldValue, type RawElement } from '../model/descriptor.ts';
import type { LineKeys } from './cursor.ts';
import { type Line, line, span } from './line.ts';
import { MASK, type Reader, rawField } from './value.ts';
import { fitText } from './width.ts';

/** One element as it travels: its name, its depth, and what it holds. */
export interface RawEntry {
  readonly depth: number;
  readonly name: string;
  readonly value?: string;
}

/** Everything that was received, under its wire names, unknown elements too. */
export function rawEntries(view: MachineView, reader: Reader): readonly RawEntry[] {
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

export function rawLine({ depth, name, value }: RawEntry): Line {
  if (depth < 0) return line(name, 'warning');
  const label = '  '.repeat(depth) + name;
  if (value === undefined) return line(label, 'strong');
  return [span(`${fitText(label, Math.max(LABEL_WIDTH, label.length))}  `, 'dim'), span(value)];
}

function elementEntries(element: RawElement, depth: number, reader: Reader): readonly RawEntry[] {
  const { name, attributes = {}, text, children = [] } = element;
  const isHidden = SECRET.test(name) && !reader.reveal;
  const value = text === undefined ? {} : { value: isHidden ? MASK : text };
  return [
    { depth, name, ...value },
    ...Object.entries(attributes).map(([key, held]) => ({ depth: depth + 1, name: `@${key}`, value: held })),
    ...children.flatMap((child) => elementEntries(child, depth + 1, reader)),
  ];
}

const LABEL_WIDTH = 24;
/** No catalogue says which unknown elements are sensitive; their names do. */
const SECRET = /SERIAL|KEY|PASS|SECRET|TOKEN|USER|LICEN/i;
