import { safeJson } from '../../model/safe-text.ts';
import { layoutOf } from '../layout.ts';
import { type Line, textOf } from '../line.ts';
import { tableOf } from '../screens/table-of.ts';
import { type State, withErrand, withNotice, withOverlay } from '../state.ts';
import { linesOf, tabbedRow, toCsv, toHtml, toJson, toTabbed } from '../taking/formats.ts';
import { toSvg } from '../taking/svg.ts';
import type { Table } from '../taking/table.ts';
import type { Command } from './command.ts';

/** Copying what the cursor is on, and writing what the screen shows to a file. */
export const takingCommands = {
  copy: (state) => withOverlay(state, { kind: 'copy' }),
  copyValue: (state) => copied(state, ({ value, rows, at }) => value ?? rows[at ?? -1]?.[0] ?? ''),
  copyRow: (state) => copied(state, ({ rows, at }) => tabbedRow(rows[at ?? -1] ?? [])),
  copyTable: (state) => copied(state, toTabbed),
  copyPath: (state) => copied(state, ({ path = '' }) => path),
  copyJson: (state) => copied(state, ({ records, at }) => safeJson(at === undefined ? records : records[at], 2)),
  export: (state) => withOverlay(state, { kind: 'export' }),
  exportCsv: (state) => written(state, 'csv', toCsv),
  exportJson: (state) => written(state, 'json', toJson),
  exportHtml: (state) => written(state, 'html', toHtml),
  exportText: (state) => written(state, 'txt', () => linesOf(screenLines(state).map(lineText))),
  exportSvg: (state) => written(state, 'svg', () => toSvg(screenLines(state), state.size)),
  dump: (state) =>
    withErrand({ ...state, dumped: true }, { kind: 'dump', text: linesOf(screenLines(state).map(lineText)) }),
} as const satisfies Record<string, Command>;

function copied(state: State, textIn: (table: Table) => string): State {
  const closed = withOverlay(state, undefined);
  const text = textIn(tableOf(closed));
  return text === '' ? withNotice(closed, 'nothingToCopy') : withErrand(closed, { kind: 'copy', text });
}

function written(state: State, ending: string, textIn: (table: Table) => string): State {
  const closed = withOverlay(state, undefined);
  const table = tableOf(closed);
  return withErrand(closed, { kind: 'write', name: table.name, ending, text: textIn(table) });
}

/** The screen without the menu that lies over it. */
function screenLines(state: State): readonly Line[] {
  const { title, head, body, foot } = layoutOf(withOverlay(state, undefined));
  return [title, ...head, ...body, foot];
}

function lineText(line: Line): string {
  return textOf(line).trimEnd();
}
