import { cursorIndex } from '../cursor.ts';
import { textOf } from '../line.ts';
import { currentRoute, type State } from '../state.ts';
import { recordsOf, type Table } from '../taking/table.ts';
import { bodyOf } from '../viewport.ts';
import { screenOf } from './screens.ts';

/** What the screen shows, as data; a screen that has no rows of its own gives its lines. */
export function tableOf(state: State): Table {
  const route = currentRoute(state);
  const screen = screenOf(route);
  const table = screen.table?.(state, route) ?? linesTable(state);
  return { ...table, name: table.name || route.screen };
}

function linesTable(state: State): Table {
  const body = bodyOf(state);
  const at = cursorIndex(currentRoute(state).cursor, body.keys);
  const cells = body.keys.map((_, index) => cellsOf(textOf(body.line(index))));
  const count = Math.max(1, ...cells.map(({ length }) => length));
  const columns = Array.from({ length: count }, (_, index) => String(index + 1));
  const rows = cells.map((row) => columns.map((_, index) => row[index] ?? ''));
  const value = cells[at]?.at(-1) ?? '';
  return { name: '', columns, rows, records: recordsOf(columns, rows), value, ...(at >= 0 && { at }) };
}

/** Columns of a screen stand apart by two blanks or a rule. */
function cellsOf(text: string): readonly string[] {
  return text.trimEnd().split(/\s*│\s*|(?<=\S)\s{2,}/);
}
