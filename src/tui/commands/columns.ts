import { chosenColumns, type FleetColumnId, fleetColumnIds } from '../fleet-columns.ts';
import type { Memory } from '../memory.ts';
import { shownWidth } from '../screens/fleet.ts';
import { routeOf, type State, withOverlay, withRoute } from '../state.ts';
import type { Command } from './command.ts';
import { onFleet } from './fleet.ts';

/** Which columns the list has, in which order and how wide. */
export const columnCommands = {
  columns: (state) => {
    const column = routeOf(state, 'fleet')?.column ?? 'name';
    return withOverlay(state, { kind: 'columns', selected: menuColumns(state).indexOf(column) });
  },
  showColumn: (state) =>
    onColumn(state, (id, shown) => {
      if (!shown.includes(id)) return withColumns(state, [...shown, id]);
      return shown.length > 1
        ? withColumns(
            state,
            shown.filter((other) => other !== id),
          )
        : state;
    }),
  moveColumnUp: (state) => onColumn(state, (id, shown) => moved(state, id, shown, -1)),
  moveColumnDown: (state) => onColumn(state, (id, shown) => moved(state, id, shown, 1)),
  narrower: (state) => onColumn(state, (id) => resized(state, id, -1)),
  wider: (state) => onColumn(state, (id) => resized(state, id, 1)),
  usualColumns: (state) => {
    const { columns: _, ...memory } = state.memory;
    return withMemory(state, { ...memory, widths: {} });
  },
} as const satisfies Record<string, Command>;

/** What the menu of columns lists: those that are shown, in order, then the others. */
export function menuColumns({ memory }: Pick<State, 'memory'>): readonly FleetColumnId[] {
  const shown = chosenColumns(memory);
  return [...shown, ...fleetColumnIds.filter((id) => !shown.includes(id))];
}

function onColumn(state: State, act: (id: FleetColumnId, shown: readonly FleetColumnId[]) => State): State {
  const { overlay } = state;
  const id = overlay?.kind === 'columns' ? menuColumns(state)[overlay.selected] : undefined;
  return id ? act(id, chosenColumns(state.memory)) : state;
}

function moved(state: State, id: FleetColumnId, shown: readonly FleetColumnId[], by: 1 | -1): State {
  const from = shown.indexOf(id);
  const other = shown[from + by];
  if (from < 0 || other === undefined) return state;
  return withColumns(state, shown.with(from, other).with(from + by, id), id);
}

function resized(state: State, id: FleetColumnId, by: 1 | -1): State {
  const cells = Math.max(MIN_CELLS, (state.memory.widths[id] ?? shownWidth(state, id)) + by);
  return { ...state, memory: { ...state.memory, widths: { ...state.memory.widths, [id]: cells } } };
}

/** The menu stays on the column that was touched. */
function withColumns(state: State, columns: readonly FleetColumnId[], id?: FleetColumnId): State {
  const next = withMemory(state, { ...state.memory, columns });
  return id ? withOverlay(next, { kind: 'columns', selected: menuColumns(next).indexOf(id) }) : next;
}

/** The cursor never is on a column that is not there. */
function withMemory(state: State, memory: Memory): State {
  const next = { ...state, memory };
  const shown = chosenColumns(memory);
  return onFleet(next, (route) => {
    return shown.includes(route.column) ? next : withRoute(next, { ...route, column: shown[0] ?? 'name' });
  });
}

const MIN_CELLS = 3;
