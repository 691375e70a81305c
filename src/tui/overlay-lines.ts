import { scheduleFields } from '../model/schedule.ts';
import { accountFields } from './account-fields.ts';
import { baselineLines, namingLines, pickLines } from './against-lines.ts';
import { menuColumns } from './commands/columns.ts';
import { chosenColumns, fleetColumnIds } from './fleet-columns.ts';
import { helpLines } from './help-lines.ts';
import { bindingsIn, keyLabel } from './keymap.ts';
import { type Line, line, lineWidth, opposite, span } from './line.ts';
import { MENU_HEIGHT, menuLines } from './menu-lines.ts';
import { paletteBindings } from './palette.ts';
import { machineName } from './screens/lookups.ts';
import { screenOf } from './screens/screens.ts';
import { routeOf, type Size, type State, textsOf } from './state.ts';
import { inputSpans } from './typing-line.ts';
import { wrap } from './width.ts';

/** What lies over the body; nothing where there is no overlay of its own lines. */
export function overlayLines(state: State, area: Size): readonly Line[] {
  switch (state.overlay?.kind) {
    case 'help':
      return helpWindow(state, state.overlay.top, area);
    case 'palette':
      return paletteLines(state, state.overlay, area);
    case 'sort':
      return sortLines(state, state.overlay, area);
    case 'columns':
      return columnLines(state, state.overlay.selected, area);
    case 'copy':
    case 'export':
      return choiceLines(state, state.overlay.kind, textsOf(state).overlay[state.overlay.kind]);
    case 'against':
      return choiceLines(state, 'against', textsOf(state).compare.with(machineName(state, state.overlay.of.id)));
    case 'leaving':
      return [line(` ${textsOf(state).collect.leaving}`, 'warning')];
    case 'pick':
      return pickLines(state, state.overlay, area);
    case 'baselines':
      return baselineLines(state, state.overlay, area);
    case 'naming':
      return namingLines(state, state.overlay, area);
    case 'letter':
      return letterLines(state, state.overlay.sets);
    case 'keeping':
      return [
        [span(` ${textsOf(state).rollups.groups.prompt} `, 'key'), ...inputSpans(state.overlay.input)],
        line(` ${state.overlay.query}`, 'dim'),
      ];
    case 'dropping':
      return [line(` ${textsOf(state).rollups.groups.confirm(state.overlay.name)}`, 'warning')];
    case 'date':
      return dateLines(state, state.overlay);
    case 'account':
      return accountLines(state, state.overlay.selected, area);
    case 'field':
      return fieldLines(state, state.overlay, area);
    default:
      return [];
  }
}

function helpWindow(state: State, top: number, { columns, rows }: Size): readonly Line[] {
  const lines = helpLines(state, columns, rows);
  return Array.from({ length: rows }, (_, y) => lines[top + y] ?? []);
}

type Palette = Extract<State['overlay'], { kind: 'palette' }>;

function paletteLines(state: State, { input, selected }: Palette, { columns, rows }: Size): readonly Line[] {
  const texts = textsOf(state);
  const found = paletteBindings(state, input.text);
  const prompt: Line = [span(` ${texts.overlay.palette} `, 'key'), ...inputSpans(input)];
  if (found.length === 0) return [prompt, line(`  ${texts.overlay.none}`, 'dim')];
  const choices = found.map(({ id, keys }): Line => {
    const pressed = keys.map((key) => keyLabel(texts, key)).join(' ');
    return opposite([span(`  ${texts.commands[id].long}`)], [span(`${pressed} `, 'dim')], columns);
  });
  return [prompt, ...menuLines(choices, selected, { columns, rows })];
}

type SortMenu = Extract<State['overlay'], { kind: 'sort' }>;

function sortLines(state: State, { selected, adds }: SortMenu, { columns, rows }: Size): readonly Line[] {
  const texts = textsOf(state);
  const sort = routeOf(state, 'fleet')?.sort ?? [];
  const choices = fleetColumnIds.map((id) => {
    const at = sort.findIndex(({ column }) => column === id);
    return line(`${at < 0 ? ' ' : at + 1} ${texts.columns[id]}`);
  });
  const title = adds ? texts.overlay.sortMore : texts.overlay.sort;
  return [line(` ${title}`, 'key'), ...menuLines(choices, selected, { columns, rows })];
}

/** What is shown comes first, in order; a width somebody chose stands beside it. */
function columnLines(state: State, selected: number, { columns, rows }: Size): readonly Line[] {
  const texts = textsOf(state);
  const { memory } = state;
  const shown = chosenColumns(memory);
  const choices = menuColumns(state).map((id) => {
    const cells = memory.widths[id] === undefined ? '' : `  ${texts.overlay.cells(String(memory.widths[id]))}`;
    return [span(`${shown.includes(id) ? '[x]' : '[ ]'} ${texts.columns[id]}`), span(cells, 'dim')];
  });
  return [line(` ${texts.overlay.columns}`, 'key'), ...menuLines(choices, selected, { columns, rows })];
}

function accountLines(state: State, selected: number, { columns, rows }: Size): readonly Line[] {
  const texts = textsOf(state).account;
  const choices = accountFields(state).map(({ name, value }): Line => {
    const shown = [span(`  ${name.padEnd(NAME_WIDTH)} `), value ? span(value) : span(texts.none, 'dim')];
    const hint = span(isHinted(name) ? ` ${texts.hints[name]} ` : '', 'dim');
    return lineWidth([...shown, hint]) <= columns ? opposite(shown, [hint], columns) : shown;
  });
  return [
    line(` ${texts.title}`, 'key'),
    ...menuLines([...choices, line(`  ${texts.add}`)], selected, { columns, rows }),
  ];
}

type Field = Extract<State['overlay'], { kind: 'field' }>;

function fieldLines(state: State, { name, input, refused }: Field, { columns }: Size): readonly Line[] {
  const texts = textsOf(state).account;
  const hint = name === undefined ? texts.nameMissing : isHinted(name) ? texts.hints[name] : texts.hint;
  const below =
    refused === undefined
      ? [line(` ${hint}`, 'dim')]
      : wrap(refused, columns - 2).map((text) => line(` ${text}`, 'warning'));
  return [[span(` ${name ?? texts.add}: `, 'key'), ...inputSpans(input)], ...below];
}

type Hinted = keyof ReturnType<typeof textsOf>['account']['hints'];

function isHinted(name: string): name is Hinted {
  return name in scheduleFields;
}

/** What can be chosen by its own key. */
function choiceLines(state: State, kind: 'copy' | 'export' | 'against', title: string): readonly Line[] {
  const texts = textsOf(state);
  const choices = bindingsIn(new Set([kind])).filter(({ group }) => group === 'take' || group === 'compare');
  return [
    line(` ${title}`, 'key'),
    ...choices.map(({ id, keys: [key = ''] }) => [
      span(`  ${keyLabel(texts, key)}  `, 'key'),
      span(texts.commands[id].long),
    ]),
  ];
}

/** The letters that are taken, and the screens they stand for. */
function letterLines(state: State, sets: boolean): readonly Line[] {
  const texts = textsOf(state);
  const taken = Object.entries(state.memory.marks).map(([letter, way]) => {
    const route = way.at(-1) ?? way[0];
    return [span(`  ${letter}  `, 'key'), span(screenOf(route).crumbs(state, route).join(' › '))];
  });
  return [line(` ${sets ? texts.overlay.setMark : texts.overlay.goMark}`, 'key'), ...taken.slice(-MENU_HEIGHT)];
}

type DateEntry = Extract<State['overlay'], { kind: 'date' }>;

function dateLines(state: State, { input, refused }: DateEntry): readonly Line[] {
  const texts = textsOf(state).time;
  return [
    [span(` ${texts.prompt} `, 'key'), ...inputSpans(input)],
    refused ? line(` ${texts.refused}`, 'warning') : line(` ${texts.hint}`, 'dim'),
  ];
}

const NAME_WIDTH = 14;
