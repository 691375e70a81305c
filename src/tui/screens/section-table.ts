import { describe } from '../../model/catalogue.ts';
import { fieldValue } from '../../model/descriptor.ts';
import { cursorIndex } from '../cursor.ts';
import type { MachineRoute } from '../routes.ts';
import { type Entry, entryKeys } from '../section-entries.ts';
import type { State } from '../state.ts';
import { recordsOf, type Table } from '../taking/table.ts';
import { formatField } from '../value.ts';
import { machineName } from './lookups.ts';
import { tabEntries } from './section-tab.ts';

/** The section under the cursor: all its fields that hold something, of the rows that are shown. */
export function sectionTable(state: State, route: MachineRoute): Table | undefined {
  const entries = tabEntries(state, route);
  const entry = entries[cursorIndex(route.cursor, entryKeys(entries))];
  if (entry?.kind !== 'row' && entry?.kind !== 'field') return undefined;
  const { name } = entry.section;
  const { fields } = describe(name);
  const rows = rowsOf(entries, entry);
  const ids = Object.keys(fields).filter((id) => rows.some((row) => fieldValue(row, id) !== undefined));
  const text = (row: (typeof rows)[number], id: string) =>
    fields[id] ? formatField(state, fields[id], fieldValue(row, id)) : '';
  const cells = rows.map((row) => ids.map((id) => text(row, id)));
  const field = entry.kind === 'field' ? entry.field : ids[0];
  return {
    name: `${machineName(state, route.spot.id)}-${name}`,
    columns: ids.map((id) => fields[id]?.label[state.language] ?? id),
    rows: cells,
    records: recordsOf(ids, cells),
    at: rows.indexOf(entry.row),
    value: text(entry.row, field ?? ''),
  };
}

function rowsOf(entries: readonly Entry[], { section, row }: Extract<Entry, { kind: 'row' | 'field' }>) {
  const shown = entries.flatMap((entry) => (entry.kind === 'row' && entry.section === section ? [entry.row] : []));
  return shown.length > 0 ? shown : [row];
}
