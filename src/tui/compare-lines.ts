import { type ChangeCounts, countChanges } from '../delta/summary.ts';
import { formatNumber } from '../i18n/format.ts';
import { type Language, messagesOf } from '../i18n/language.ts';
import { describe } from '../model/catalogue.ts';
import { fieldValue } from '../model/descriptor.ts';
import { changeRoles, changeSigns } from './change-signs.ts';
import { changedValue, changeName, fieldLabel, rowSummary } from './change-text.ts';
import type { ChangeEntry, CompareEntry } from './compare-entries.ts';
import { fitLine, type Line, opposite, type Role, type Span, span, textOf } from './line.ts';
import { maskText, type Reader } from './value.ts';
import { cutStart, fitText, widthOf, wrap } from './width.ts';

/** Columns of a comparison: what, left, right. Too narrow for three, the sides stand one under the other. */
export interface Sides {
  readonly width: number;
  readonly label: number;
  readonly value: number;
  readonly stacked: boolean;
}

export function sidesOf(width: number, isStacked = false): Sides {
  const stacked = isStacked || width < MIN_SIDE_BY_SIDE;
  const label = Math.min(MAX_LABEL, Math.floor(width / 3));
  return { width, label, value: stacked ? width - 4 : Math.floor((width - label) / 2) - SEPARATOR.length, stacked };
}

export function compareLine(entry: CompareEntry, reader: Reader, sides: Sides): Line {
  switch (entry.kind) {
    case 'section':
      return sectionLine(entry, reader, sides.width);
    case 'change':
      return entry.laid ?? changeLine(entry, reader, sides);
    case 'same':
      return sameLine(entry, reader, sides);
    case 'told':
      return [span(`    ${entry.text}`, 'changed')];
    case 'rest':
      return entry.parts;
    case 'note':
      return [span(entry.text, entry.strong ? 'strong' : 'dim')];
    case 'blank':
      return [];
  }
}

/** Counts as `+3  -1  ~2`, each with its sign; what is none is left out. */
export function countSpans(counts: ChangeCounts, language: Language): readonly Span[] {
  const shown = (['added', 'removed', 'changed'] as const).filter((kind) => counts[kind] > 0);
  return shown.flatMap((kind, index) => [
    ...(index > 0 ? [span('  ')] : []),
    span(changeSigns[kind] + formatNumber(language, counts[kind]), changeRoles[kind]),
  ]);
}

/** The cells of a line side by side, the separators between them. */
export function besides(label: Line, left: Line, right: Line): Line {
  return [...label, span(SEPARATOR, 'dim'), ...left, span(SEPARATOR, 'dim'), ...right];
}

/** Two texts of one cell each, what differs between them marked. */
export function differingCells(before: string, after: string, width: number): readonly [Line, Line] {
  const start = commonStart(before, after);
  const fits = widthOf(before) <= width && widthOf(after) <= width;
  const from = fits || start < width / 2 ? 0 : start - LEAD;
  const cell = (text: string, other: string): Line => {
    const marked = markDifference(cutStart(text, from), cutStart(other, from));
    return fitLine(marked, width);
  };
  return [cell(before, after), cell(after, before)];
}

function sectionLine({ section, changes }: Extract<CompareEntry, { kind: 'section' }>, reader: Reader, width: number) {
  const label = [span(describe(section).label[reader.language], 'strong')];
  return opposite(label, countSpans(countChanges(changes), reader.language), width);
}

function changeLine(entry: ChangeEntry, reader: Reader, sides: Sides): Line {
  const { change } = entry;
  if (entry.side) return sideLine(entry, entry.side, reader);
  const sign = span(entry.part === 0 ? `${changeSigns[change.kind]} ` : '    ', changeRoles[change.kind]);
  if (sides.stacked) return [sign, span(labelText(entry, reader), roleOfLabel(entry))];
  const label = span(fitText(labelText(entry, reader), sides.label - sign.text.length), roleOfLabel(entry));
  const [left, right] = valueTexts(entry, reader);
  const [before, after] = entry.field
    ? differingCells(left, right, sides.value)
    : [[span(fitText(left, sides.value))], [span(fitText(right, sides.value))]];
  return besides([sign, label], before, after);
}

function sameLine({ section, thing }: Extract<CompareEntry, { kind: 'same' }>, reader: Reader, sides: Sides): Line {
  const { row, key, field } = thing;
  const label = field === undefined ? maskText(reader, section, row, key) : fieldLabel(reader, section, field);
  const value =
    field === undefined
      ? rowSummary(reader, section, row, label)
      : changedValue(reader, section, field, fieldValue(row, field));
  if (sides.stacked) return [span(`= ${label}  `, 'dim'), span(value, 'dim')];
  const cell = [span(fitText(value, sides.value), 'dim')];
  return besides([span(fitText(`= ${label}`, sides.label), 'dim')], cell, cell);
}

/** A line whose cells are too long, on as many lines as they need; one where they are not. */
export function wrappedLines(entry: CompareEntry, reader: Reader, sides: Sides): readonly Line[] {
  if (entry.kind !== 'change') return [compareLine(entry, reader, sides)];
  if (sides.stacked) {
    const whole = changeLine(entry, reader, sides);
    return entry.side ? indented(whole, sides) : [whole];
  }
  const sign = entry.part === 0 ? `${changeSigns[entry.change.kind]} ` : '    ';
  const label = wrap(labelText(entry, reader), sides.label - sign.length);
  const [left, right] = valueTexts(entry, reader).map((text) => wrap(text, sides.value));
  const height = Math.max(label.length, left?.length ?? 0, right?.length ?? 0);
  if (height === 1) return [changeLine(entry, reader, sides)];
  const cell = (texts: readonly string[] = [], at: number) => [span(fitText(texts[at] ?? '', sides.value))];
  return Array.from({ length: height }, (_, at) => {
    const begin = at === 0 ? sign : ' '.repeat(sign.length);
    const name = span(fitText(begin + (label[at] ?? ''), sides.label), roleOfLabel(entry));
    return besides([name], cell(left, at), cell(right, at));
  });
}

/** A value in full, under itself. */
function indented([sign, ...value]: Line, { width }: Sides): readonly Line[] {
  if (!sign) return [];
  return wrap(textOf(value), width - sign.text.length).map((text, at) => {
    return [at === 0 ? sign : span(' '.repeat(sign.text.length)), span(text)];
  });
}

/** What differs, and both values. */
export function changeCells(entry: ChangeEntry, reader: Reader): readonly [string, string, string] {
  const isNamed = entry.part === 0 || describe(entry.section).cardinality === 'one';
  const name = isNamed ? '' : `${changeName(reader, entry.section, entry.change)} · `;
  return [name + labelText(entry, reader), ...valueTexts(entry, reader)];
}

function labelText({ section, change, field, part }: ChangeEntry, reader: Reader): string {
  const label = field ? [fieldLabel(reader, section, field.field)] : [];
  const moved = change.kind === 'moved' ? [messagesOf(reader.language).tui.compare.moved] : [];
  const isNamed = part === 0 && (describe(section).cardinality === 'many' || !field);
  return [...(isNamed ? [changeName(reader, section, change), ...moved] : []), ...label].join(' · ');
}

function roleOfLabel({ part, change }: ChangeEntry): Role | undefined {
  return part === 0 ? changeRoles[change.kind] : undefined;
}

function valueTexts({ section, change, field }: ChangeEntry, reader: Reader): readonly [string, string] {
  if (field) {
    const text = (value: typeof field.before) => changedValue(reader, section, field.field, value);
    return [text(field.before), text(field.after)];
  }
  const name = changeName(reader, section, change);
  return [rowSummary(reader, section, change.before, name), rowSummary(reader, section, change.after, name)];
}

/** One side of a stacked comparison. */
function sideLine(entry: ChangeEntry, side: 'before' | 'after', reader: Reader): Line {
  const [left, right] = valueTexts(entry, reader);
  return side === 'before' ? [span('      - ', 'removed'), span(left)] : [span('      + ', 'added'), span(right)];
}

function markDifference(text: string, other: string): Line {
  const start = commonStart(text, other);
  const end = commonEnd(text.slice(start), other.slice(start));
  const middle = text.slice(start, text.length - end);
  return [span(text.slice(0, start)), span(middle, 'emphasis'), span(text.slice(text.length - end))];
}

function commonStart(a: string, b: string): number {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  return start > 0 && /[\ud800-\udbff]/.test(a[start - 1] ?? '') ? start - 1 : start;
}

function commonEnd(a: string, b: string): number {
  let end = 0;
  while (end < Math.min(a.length, b.length) && a.at(-1 - end) === b.at(-1 - end)) end++;
  return end > 0 && /[\udc00-\udfff]/.test(a.at(-end) ?? '') ? end - 1 : end;
}

const MIN_SIDE_BY_SIDE = 70;
const MAX_LABEL = 44;
const SEPARATOR = ' │ ';
const LEAD = 6;
