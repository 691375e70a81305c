import type { FieldName } from '../../fleet/field-values.ts';
import { describe } from '../../model/catalogue.ts';
import { cursorIndex, FIRST_LINE } from '../cursor.ts';
import { type FleetRoute, fleetRoute } from '../routes.ts';
import { detailsFieldAt } from '../screens/details.ts';
import { fieldCountText, fieldValueAtCursor } from '../screens/field-values.ts';
import { tabEntries } from '../screens/section-tab.ts';
import { valueAtCursor } from '../screens/values.ts';
import { pushRoute, routeOf, type State } from '../state.ts';
import { bodyOf } from '../viewport.ts';
import type { Command } from './command.ts';

/** What is done with the values of a column. */
export const valuesCommands = {
  openValue: (state) => {
    const route = routeOf(state, 'values');
    const value = route && valueAtCursor(state, route)?.value;
    if (!route || value === undefined || value === '') return state;
    const { column, sort, filter } = route.of;
    const own = `${column}="${value.replaceAll('"', '')}"`;
    return pushRoute(state, { ...fleetRoute(), column, sort, filter: filter === '' ? own : `${filter} ${own}` });
  },
  fieldValues: (state) => {
    const name = fieldAtCursor(state);
    const of = state.stack.findLast((route): route is FleetRoute => route.screen === 'fleet') ?? fleetRoute();
    return name ? pushRoute(state, { screen: 'fieldValues', of, ...name, cursor: FIRST_LINE }) : state;
  },
  openFieldValue: (state) => {
    const route = routeOf(state, 'fieldValues');
    const count = route && fieldValueAtCursor(state, route);
    if (!route || !count || count.machines.length === 0) return state;
    const name = fieldCountText(state, route, count);
    return pushRoute(state, { ...fleetRoute(), only: { name, ids: new Set(count.machines) } });
  },
} as const satisfies Record<string, Command>;

/** The field under the cursor; of a row of a list, the one it is known by. */
function fieldAtCursor(state: State): FieldName | undefined {
  const details = routeOf(state, 'details');
  const field = details && detailsFieldAt(state, details);
  if (details) return field === undefined ? undefined : { section: details.section, field };
  const page = routeOf(state, 'machine');
  const entry = page && tabEntries(state, page)[cursorIndex(page.cursor, bodyOf(state).keys)];
  if (entry?.kind === 'field') return { section: entry.section.name, field: entry.field };
  const [first] = entry?.kind === 'row' ? describe(entry.section.name).columns : [];
  return entry?.kind === 'row' && first !== undefined ? { section: entry.section.name, field: first } : undefined;
}
