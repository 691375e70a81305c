import { formatNumber } from '../../i18n/format.ts';
import { messagesOf } from '../../i18n/language.ts';
import { type Entry, spentOn } from '../../lab/sheet.ts';
import { elapsed } from '../../lab/stopwatch.ts';
import type { SheetField } from '../../lab/template.ts';
import { keyBar } from '../key-bar.ts';
import { keyLabel, sheetKeymap } from '../keymap.ts';
import { EMPTY_LINE, fitLine, type Line, line, opposite, type Span, span } from '../line.ts';
import type { TextInput } from '../text-input.ts';
import { inputSpans } from '../typing-line.ts';
import { fitText, widthOf, wrap } from '../width.ts';
import { contextOf, fieldOf, type SheetState, sheetTexts, wholeSheet } from './state.ts';

/** The whole screen as lines, none wider than the terminal. */
export function sheetLines(state: SheetState): readonly Line[] {
  const { columns, rows } = state.size;
  const panel = panelLines(state, columns);
  const height = rows - panel.length - 3;
  const body = state.overlay?.kind === 'help' ? helpLines(state) : fieldLines(state, height);
  const shown = Array.from({ length: height }, (_, y) => fitLine(body[y] ?? EMPTY_LINE, columns));
  return [titleOf(state), EMPTY_LINE, ...shown, ...panel.map((parts) => fitLine(parts, columns)), footOf(state)];
}

/** Minutes and seconds, and hours where there are any: 12:41, 1:02:41. */
export function clockText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** How many fields have something in them, “I don’t know” included. */
export function filledCount(state: SheetState): number {
  const { entries } = wholeSheet(state);
  return state.template.fields.filter(({ id }) => entries[id]).length;
}

/** What came of it, in one sentence. */
export function summaryOf(state: SheetState): string {
  const count = (value: number) => formatNumber(state.language, value);
  const time = clockText(elapsed(state.sheet.watch));
  return sheetTexts(state).left(count(filledCount(state)), count(state.template.fields.length), time);
}

function titleOf(state: SheetState): Line {
  const { language, template, sheet, size } = state;
  const texts = sheetTexts(state);
  const time = clockText(elapsed(sheet.watch));
  const count = (value: number) => formatNumber(language, value);
  const title = [span(` ${texts.lab}`, 'title'), span(' › ', 'dim'), span(template.title[language], 'title')];
  const filled = span(texts.filled(count(filledCount(state)), count(template.fields.length)), 'dim');
  const watch = sheet.watch.isPaused ? span(texts.paused(time), 'warning') : span(time, 'strong');
  return opposite(title, [filled, span('   '), watch, span(' ')], size.columns);
}

function fieldLines(state: SheetState, height: number): readonly Line[] {
  const { template, at, language, size } = state;
  const labels = Math.min(36, Math.max(...template.fields.map(({ label }) => widthOf(label[language]))));
  const values = size.columns - GUTTER - labels - GAP - TIME;
  const top = Math.min(Math.max(0, at - Math.floor(height / 2)), Math.max(0, template.fields.length - height));
  return template.fields.slice(top, top + height).map((field, index) => {
    const isOpen = top + index === at;
    const value = isOpen ? openValue(state, field, values) : valueSpans(state, state.sheet.entries[field.id]);
    const spent = spentOn(state.sheet, field.id);
    return [
      span(isOpen ? '▸ ' : '  '),
      span(fitText(field.label[language], labels), isOpen ? 'strong' : undefined),
      span(' '.repeat(GAP)),
      ...fitLine(value, values),
      span(fitText(spent > 0 ? clockText(spent) : '', TIME, 'right'), 'dim'),
    ];
  });
}

function openValue(state: SheetState, field: SheetField, width: number): Line {
  const entry = state.sheet.entries[field.id];
  if (state.overlay) return state.input.text === '' ? valueSpans(state, entry) : line(state.input.text);
  const typed = inputSpans(scrolled(state.input, width));
  return state.input.text === '' && entry?.kind === 'unknown' ? [...typed, ...valueSpans(state, entry)] : typed;
}

/** What of a long text is in sight: the caret always is. */
function scrolled({ text, caret }: TextInput, width: number): TextInput {
  const from = Math.max(0, caret - width + 1);
  return { text: text.slice(from), caret: caret - from };
}

function valueSpans(state: SheetState, entry: Entry | undefined): readonly Span[] {
  if (!entry) return [];
  return [entry.kind === 'value' ? span(entry.text) : span(sheetTexts(state).unknown, 'dim')];
}

/** Below the fields: how to find this one, or why the stopwatch stands still. */
function panelLines(state: SheetState, columns: number): readonly Line[] {
  const texts = sheetTexts(state);
  const told = (lines: readonly Line[]) => [line('─'.repeat(columns), 'dim'), ...lines];
  if (state.overlay?.kind === 'pause') {
    const input = inputSpans(scrolled(state.overlay.input, columns - widthOf(texts.pauseReason) - GAP));
    return told([line(` ${texts.pauseTitle}`, 'warning'), [span(` ${texts.pauseReason} `), ...input], EMPTY_LINE]);
  }
  if (state.overlay?.kind === 'leave' || state.overlay?.kind === 'finished') {
    const title = state.overlay.kind === 'leave' ? texts.leaveTitle : texts.finishedTitle;
    const lines = wrap(title, columns - GAP).map((text) => line(` ${text}`, 'warning'));
    return told([...lines, EMPTY_LINE, EMPTY_LINE].slice(0, PANEL));
  }
  return told([line(` ${kindText(state)}`), ...hintLines(state, columns), EMPTY_LINE].slice(0, PANEL));
}

/** What the field takes. */
export function kindText(state: SheetState): string {
  const [texts, { type, unit }] = [sheetTexts(state), fieldOf(state)];
  if (!unit) return texts.types[type];
  return texts.numberIn(state.language === 'fr' ? unit.replace('B', 'o') : unit);
}

/** Where to look, on the system that was chosen. */
export function hintText(state: SheetState): string {
  const { language, platform } = state;
  const texts = sheetTexts(state);
  return `${texts.where(texts.platforms[platform])} ${fieldOf(state).hint[platform][language]}`;
}

function hintLines(state: SheetState, columns: number): readonly Line[] {
  return wrap(hintText(state), columns - GAP).map((text) => line(` ${text}`, 'dim'));
}

function helpLines(state: SheetState): readonly Line[] {
  const { tui, sheet } = messagesOf(state.language);
  const shown = sheetKeymap.filter(({ when }) => when.includes('field'));
  const keys = shown.map((binding) => binding.keys.map((key) => keyLabel(tui, key)).join(' '));
  const width = Math.max(...keys.map(widthOf));
  return [
    line(` ${sheet.help}`, 'strong'),
    ...shown.map(({ id }, index) => [
      span(`  ${fitText(keys[index] ?? '', width)}  `, 'key'),
      span(sheet.commands[id].long),
    ]),
  ];
}

function footOf(state: SheetState): Line {
  const { tui, sheet } = messagesOf(state.language);
  const { notice, template, at, size } = state;
  const position = span(` ${at + 1}/${template.fields.length}`);
  const left = notice ? span(` ${sheet[notice.id]} ${notice.detail ?? ''}`.trimEnd(), 'warning') : position;
  const bindings = sheetKeymap.filter(({ when }) => when.includes(contextOf(state)));
  return keyBar(tui, sheet.commands, [left], bindings, size.columns);
}

const GUTTER = 2;
const GAP = 2;
const TIME = 8;
/** Lines below the separator. */
const PANEL = 3;
