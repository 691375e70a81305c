import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ParcoursError } from '../model/errors.ts';
import { FILE_MODE } from '../store/layout.ts';
import { dateText } from './calendar.ts';
import { type EventKind, eventKinds } from './events/change.ts';
import type { FleetOptions } from './simulate.ts';

/** Writes what a fleet was made from into `demo.json`: not what was planted, which pupils are to find. */
export async function writeRecipe(directory: string, { end, ...options }: FleetOptions): Promise<void> {
  const recipe = { ...options, end: dateText(end) };
  await writeFile(recipePath(directory), `${JSON.stringify(recipe, null, 2)}\n`, { mode: FILE_MODE });
}

/** What a store was made from. Fails with `bad-input` where it is no demonstration fleet. */
export async function readRecipe(directory: string): Promise<FleetOptions> {
  try {
    return asOptions(JSON.parse(await readFile(recipePath(directory), 'utf8')));
  } catch (error) {
    throw new ParcoursError('bad-input', `${directory} is not a demonstration fleet`, error);
  }
}

export function recipePath(directory: string): string {
  return join(directory, 'demo.json');
}

function asOptions(recipe: Readonly<Record<string, unknown>>): FleetOptions {
  const [machines, months, seed] = [recipe['machines'], recipe['months'], recipe['seed']].map(Number);
  const end = new Date(String(recipe['end']));
  if (
    machines === undefined ||
    months === undefined ||
    seed === undefined ||
    !isPossible(machines, months, seed, end)
  ) {
    throw new ParcoursError('bad-input', 'demo.json has no machines, months, seed and end');
  }
  const plant = recipe['plant'];
  const daily = recipe['daily'] === true && { daily: true };
  return {
    machines,
    months,
    seed,
    end,
    ...daily,
    ...(Array.isArray(plant) ? { plant: plant.filter(isEventKind) } : {}),
  };
}

function isPossible(machines: number, months: number, seed: number, end: Date): boolean {
  return machines >= 1 && months >= 0 && Number.isFinite(seed) && !Number.isNaN(end.getTime());
}

function isEventKind(kind: unknown): kind is EventKind {
  return eventKinds.some((known) => known === kind);
}
