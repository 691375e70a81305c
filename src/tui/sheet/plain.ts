import { createInterface } from 'node:readline';
import { messagesOf } from '../../i18n/language.ts';
import { elapsed } from '../../lab/stopwatch.ts';
import { safeText } from '../../model/safe-text.ts';
import { type SheetBinding, type SheetContext, sheetKeymap } from '../keymap.ts';
import type { Key } from '../keys.ts';
import { clockText, hintText, kindText } from './layout.ts';
import type { SheetSession } from './session.ts';
import { contextOf, fieldOf, type SheetState, sheetTexts } from './state.ts';

/** Where the form is read line by line. */
export interface PlainSheet {
  readonly stdin: NodeJS.ReadableStream;
  readonly stop: AbortSignal;
  now(): number;
  print(line: string): void;
}

/** Asks for one field after the other; each line is a value, or a word of the key table. */
export async function runPlainSheet(session: SheetSession, { stdin, stop, now, print }: PlainSheet): Promise<void> {
  const lines = createInterface({ input: stdin, terminal: false, signal: stop });
  const ask = () => promptLines(session.state()).map(safeText).forEach(print);
  const press = (keys: readonly Key[]) => session.dispatch({ type: 'pressed', keys, now: now() });
  print(keyWords(session.state(), 'field'));
  ask();
  for await (const line of lines) {
    const before = session.state();
    press(keysFor(before, line.trim()));
    if (isThrough(before, session.state())) press([{ name: 'escape' }]);
    if (session.state().ended) break;
    ask();
  }
  lines.close();
  session.dispatch({ type: 'ended', now: now() });
}

/** A word of the table stands for its key; anything else replaces what was typed. */
function keysFor(state: SheetState, line: string): readonly Key[] {
  const context = contextOf(state);
  const binding = wordsIn(context).find(({ plain }) => plain === line);
  if (binding) return [{ name: binding.keys[0] ?? '' }];
  if (context !== 'field' && context !== 'pause') return [];
  return [{ name: 'end' }, { name: 'ctrl-u' }, { name: 'paste', text: line }, { name: 'enter' }];
}

/** The last field was answered: there is no next one to ask for. */
function isThrough(before: SheetState, after: SheetState): boolean {
  const isLast = after.at === after.template.fields.length - 1 && before.at === after.at;
  return isLast && contextOf(before) === 'field' && contextOf(after) === 'field' && before.sheet !== after.sheet;
}

function promptLines(state: SheetState): readonly string[] {
  const texts = sheetTexts(state);
  const notice = state.notice ? [`${texts[state.notice.id]} ${state.notice.detail ?? ''}`.trimEnd()] : [];
  return [...notice, ...contextLines(state), ''];
}

function contextLines(state: SheetState): readonly string[] {
  const [texts, context] = [sheetTexts(state), contextOf(state)];
  if (context === 'pause') return [texts.pauseTitle, texts.pauseReason];
  if (context === 'leave') return [texts.leaveTitle, keyWords(state, context)];
  if (context === 'finished') return [texts.finishedTitle, keyWords(state, context)];
  if (context === 'help') return helpLines(state);
  const { at, template, sheet, language } = state;
  const { id, label } = fieldOf(state);
  const entry = sheet.entries[id];
  const now = entry && texts.plain.now(entry.kind === 'value' ? entry.text : texts.unknown);
  return [
    texts.plain.field(String(at + 1), String(template.fields.length), label[language]),
    `${kindText(state)} ${hintText(state)}`,
    ...(now ? [now] : []),
    texts.plain.time(clockText(elapsed(sheet.watch))),
  ];
}

function helpLines(state: SheetState): readonly string[] {
  const texts = sheetTexts(state);
  return wordsIn('field').map(({ id, plain }) => `${plain || texts.plain.nothing}: ${texts.commands[id].long}`);
}

function keyWords(state: SheetState, context: SheetContext): string {
  const { sheet } = messagesOf(state.language);
  const words = wordsIn(context).map(({ id, plain }) => `${plain || sheet.plain.nothing}: ${sheet.commands[id].short}`);
  return context === 'field' ? sheet.plain.keys(words.join(', ')) : words.join(', ');
}

function wordsIn(context: SheetContext): readonly (SheetBinding & { readonly plain: string })[] {
  return sheetKeymap.flatMap((binding) =>
    binding.plain !== undefined && binding.when.includes(context) ? [{ ...binding, plain: binding.plain }] : [],
  );
}
