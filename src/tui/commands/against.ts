import { baselineNameFrom, isBaselineName } from '../../fleet/baseline-name.ts';
import { baselineChoices, pickable } from '../against.ts';
import { machinesOf } from '../fleet-list.ts';
import { compareRoute, type Side, type Spot } from '../routes.ts';
import { selectedIds } from '../screens/fleet.ts';
import { snapshotAt } from '../screens/lookups.ts';
import { pushRoute, routeOf, type State, textsOf, withNotice, withOverlay } from '../state.ts';
import { subjectOf } from '../subject.ts';
import { EMPTY_INPUT, typed } from '../text-input.ts';
import type { Command } from './command.ts';

/** Choosing what a machine is compared with: its past, another machine, a baseline. */
export const againstCommands = {
  compareWith: (state) => {
    const fleet = routeOf(state, 'fleet');
    const others = fleet ? [...selectedIds(state, fleet)] : [];
    return onSubject(state, (of) => {
      const isAsked = others.every((id) => id === of.id);
      return isAsked ? withOverlay(state, { kind: 'against', of }) : compareSelected(state, of, others);
    });
  },
  againstPast: (state) => onAsked(state, (closed, of) => comparePast(closed, of)),
  againstMachine: (state) =>
    onAsked(state, (closed, of) => withOverlay(closed, { kind: 'pick', of, input: EMPTY_INPUT, selected: 0 })),
  againstBaseline: (state) =>
    onAsked(state, (closed, of) => withOverlay(closed, { kind: 'baselines', of, selected: 0 })),
  compareBaseline: (state) => onSubject(state, (of) => withOverlay(state, { kind: 'baselines', of, selected: 0 })),
  pickMachine: (state) => {
    if (state.overlay?.kind !== 'pick') return state;
    const { of, input, selected } = state.overlay;
    const other = pickable(state, of, input.text)[selected];
    return other ? compareSides(state, { id: other.id, seq: 'newest' }, of) : state;
  },
  pickBaseline: (state) => {
    if (state.overlay?.kind !== 'baselines') return state;
    const { of, selected } = state.overlay;
    const choice = baselineChoices(state, of)[selected];
    return choice ? compareSides(state, choice.side, of) : state;
  },
  setBaseline: (state) =>
    onSubject(state, (of) => {
      const machine = machinesOf(state).find(({ id }) => id === of.id);
      const name = baselineNameFrom(machine?.tag ?? machine?.name ?? '');
      return withOverlay(state, { kind: 'naming', of, input: typed(name) });
    }),
  saveBaseline: (state) => {
    const { overlay } = state;
    if (overlay?.kind !== 'naming' || overlay.of.seq === 'previous' || state.saving) return state;
    const baseline = overlay.input.text.trim();
    if (!isBaselineName(baseline)) return withOverlay(state, { ...overlay, refused: textsOf(state).compare.nameRule });
    return { ...state, saving: { baseline, id: overlay.of.id, seq: overlay.of.seq } };
  },
} as const satisfies Record<string, Command>;

function onSubject(state: State, act: (of: Spot) => State): State {
  const of = subjectOf(state);
  return of ? act(of) : state;
}

function onAsked(state: State, act: (closed: State, of: Spot) => State): State {
  const { overlay } = state;
  return overlay?.kind === 'against' ? act(withOverlay(state, undefined), overlay.of) : state;
}

/** With the one other machine that was chosen, or the two that were. */
function compareSelected(state: State, of: Spot, selected: readonly string[]): State {
  const [first = of.id, second] = selected.filter((id) => id !== of.id);
  if (selected.length > 2 || (second !== undefined && selected.includes(of.id))) {
    return withNotice(state, 'tooManySelected');
  }
  return compareSides(state, { id: first, seq: 'newest' }, second === undefined ? of : { id: second, seq: 'newest' });
}

function comparePast(state: State, of: Spot): State {
  const { id, seq } = of;
  if (seq === 'newest' && routeOf(state, 'fleet')) return compareSides(state, { id, seq: 'previous' }, of);
  const { entry, previous } = snapshotAt(state, of);
  if (!entry || !previous) return withNotice(state, 'noPrevious');
  return compareSides(state, { id, seq: previous.seq }, { id, seq: entry.seq });
}

function compareSides(state: State, before: Side, after: Side): State {
  return pushRoute(withOverlay(state, undefined), compareRoute(before, after));
}
