import { existsSync } from 'node:fs';
import { DAY } from '../model/time.ts';
import type { StoreReader } from '../store/store.ts';
import { readRecipe, recipePath } from './recipe.ts';

/**
 * What time it is in a store, in milliseconds since 1970. A demonstration stays on its last day, or all of its machines
 * would soon have gone silent; once a real machine told of itself there, it lives on with the clock.
 */
export async function presentOf(directory: string, reader: StoreReader, clock: () => number): Promise<() => number> {
  if (!existsSync(recipePath(directory))) return clock;
  const { end } = await readRecipe(directory);
  const present = end.getTime() + DAY - 1;
  const machines = await reader.fleet();
  return machines.some(({ lastSeen }) => Date.parse(lastSeen) > present) ? clock : () => Math.min(present, clock());
}
