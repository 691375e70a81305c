import type { Memory } from './memory.ts';
import type { Route } from './routes.ts';
import { currentRoute, type State, withNotice, withRoute } from './state.ts';

/** How a screen is looked at: what `u` puts back. */
export interface View {
  readonly route: Route;
  readonly columns: Pick<Memory, 'columns' | 'widths'>;
  readonly zoomed: boolean;
  readonly wrapped: boolean;
}

/** Keeps how the screen was looked at before a key changed that. A filter being typed is one change. */
export function withUndo(before: State, after: State): State {
  if (after.overlay) return before.settled ? after : { ...after, settled: viewOf(before) };
  const settled = viewOf(after);
  const { settled: known = viewOf(before) } = before;
  const isSameScreen = before.past === after.past && known.route.screen === settled.route.screen;
  if (!isSameScreen) return { ...after, settled, undone: [] };
  return isSameView(known, settled)
    ? { ...after, settled }
    : { ...after, settled, undone: [...before.undone.slice(-MAX_UNDONE), known] };
}

/** The screen as it was looked at before the last change. */
export function undo(state: State): State {
  const last = state.undone.at(-1);
  if (!last) return withNotice(state, 'nothingUndone');
  const { columns: _, widths: __, ...memory } = state.memory;
  const { route, columns, zoomed, wrapped } = last;
  const earlier = { ...state, memory: { ...memory, ...columns }, zoomed, wrapped, undone: state.undone.slice(0, -1) };
  return { ...withRoute(earlier, route), settled: last };
}

function viewOf(state: State): View {
  const { memory, zoomed, wrapped } = state;
  const columns = { widths: memory.widths, ...(memory.columns && { columns: memory.columns }) };
  return { route: currentRoute(state), columns, zoomed, wrapped };
}

/** Where the cursor is, and on which tab, is no change of the view. */
function isSameView(one: View, other: View): boolean {
  const isSameRoute = Object.entries({ ...one.route, ...other.route }).every(([name]) => {
    return MOVING.has(name) || Reflect.get(one.route, name) === Reflect.get(other.route, name);
  });
  const isSameTable = one.columns.columns === other.columns.columns && one.columns.widths === other.columns.widths;
  return isSameRoute && isSameTable && one.zoomed === other.zoomed && one.wrapped === other.wrapped;
}

const MOVING: ReadonlySet<string> = new Set(['cursor', 'column', 'onTabs', 'tab', 'marked', 'anchor', 'spot']);
const MAX_UNDONE = 49;
