import type { MachineRow } from '../fleet/fleet.ts';
import { formatNumber, formatTime } from '../i18n/format.ts';
import { readFilter } from './fleet-filter.ts';
import { machinesOf } from './fleet-list.ts';
import { answerTo } from './queries.ts';
import { remember } from './remember.ts';
import type { Side, Spot } from './routes.ts';
import { machineName } from './screens/lookups.ts';
import { type State, textsOf } from './state.ts';
import { groupsOf, membersOf } from './subject.ts';

/** The machines a person may mean: the most alike first, then by name; filtered by what is typed. */
export function pickable(state: State, { id }: Spot, typed: string): readonly MachineRow[] {
  const likely = byLikeness(machinesOf(state), id);
  const isMatch = typed.trim() === '' ? undefined : readFilter(typed).matcher?.(state.now);
  return isMatch ? likely.filter(isMatch) : likely;
}

/** A baseline to choose, and where it comes from. */
export interface BaselineChoice {
  readonly side: Side;
  readonly name: string;
  readonly origin: string;
}

/** What most of the groups of a machine have, then the baselines that were set. */
export function baselineChoices(state: State, of: Spot): readonly BaselineChoice[] {
  const texts = textsOf(state);
  const groups = groupsOf(state, of).map((side) => {
    const { length } = membersOf(state, side.group);
    const origin = texts.machines(formatNumber(state.language, length), length === 1);
    return { side, name: texts.compare.most(side.name), origin };
  });
  const baselines = answerTo(state.cache, { kind: 'baselines' })?.value ?? [];
  const set = baselines.map(({ name, id, seq }) => ({
    side: { id, seq, baseline: name },
    name,
    origin: `${machineName(state, id)} #${seq}`,
  }));
  return [...groups, ...set];
}

/** A snapshot as a person tells it from others: `#4 23/11/2026 14:01`. */
export function snapshotText(state: State, { id, seq }: Spot): string {
  if (typeof seq !== 'number') return textsOf(state).compare.newest;
  const entry = answerTo(state.cache, { kind: 'timeline', id })?.value?.find((one) => one.seq === seq);
  return entry ? `#${seq} ${formatTime(state.language, entry.at)}` : `#${seq}`;
}

const byLikeness = remember((machines: readonly MachineRow[], id: string): readonly MachineRow[] => {
  const own = machines.find((machine) => machine.id === id);
  const likeness = ({ tag, model, os, cpu }: MachineRow) =>
    [model, tag, os, cpu].filter((value, index) => {
      return value !== undefined && value === [own?.model, own?.tag, own?.os, own?.cpu][index];
    }).length;
  return machines.filter((machine) => machine.id !== id).toSorted((a, b) => likeness(b) - likeness(a));
});
