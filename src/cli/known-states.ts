import type { Fleet, Place } from '../fleet/fleet.ts';

/** When the newest snapshot of each machine was opened, by id: what is known before a run. */
export type KnownStates = ReadonlyMap<string, string>;

export async function knownStates(fleet: Fleet): Promise<KnownStates> {
  return new Map((await fleet.machines()).map(({ id, changedAt }) => [id, changedAt]));
}

/**
 * The snapshot that was the newest of a machine then; undefined where the machine was not known. Its number is not the
 * highest where an older one arrived late.
 */
export async function newestThen(fleet: Fleet, states: KnownStates, id: string): Promise<Place | undefined> {
  const changedAt = states.get(id);
  if (changedAt === undefined) return undefined;
  const entry = (await fleet.timeline(id)).findLast(({ at }) => at === changedAt);
  return entry && { id, seq: entry.seq };
}
