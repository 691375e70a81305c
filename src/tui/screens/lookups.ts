import type { MachineRow, MachineView } from '../../fleet/fleet.ts';
import { machinesOf } from '../fleet-list.ts';
import { answerTo, NOW, placeOf } from '../queries.ts';
import type { Spot } from '../routes.ts';
import type { State } from '../state.ts';

/** What people call a machine; its id while nothing else is known. */
export function machineName(state: State, id: string): string {
  const named = (machines: readonly MachineRow[] = []) => machines.find((machine) => machine.id === id)?.name;
  return named(machinesOf(state)) ?? named(answerTo(state.cache, NOW)?.value) ?? id;
}

/** How the command line names a snapshot: `B104-03@#4`. */
export function pathOf(state: State, spot: Spot): string {
  const { entry } = snapshotAt(state, spot);
  return spot.id + (entry ? `@#${entry.seq}` : '');
}

/** The content of a machine at a snapshot, once it is there. */
export function viewOf(state: State, spot: Spot): MachineView | undefined {
  const place = placeOf(state, spot);
  return place && answerTo(state.cache, { kind: 'view', place })?.value;
}

/** The snapshots of a machine, oldest first; empty while they are not known. */
export function snapshotsOf({ cache }: State, id: string) {
  return answerTo(cache, { kind: 'timeline', id })?.value ?? [];
}

/** The snapshot a spot means, and the one before it. */
export function snapshotAt(state: State, spot: Spot) {
  const timeline = snapshotsOf(state, spot.id);
  const place = placeOf(state, spot);
  const index = timeline.findIndex(({ seq }) => seq === place?.seq);
  return { timeline, index, entry: timeline[index], previous: timeline[index - 1] };
}
