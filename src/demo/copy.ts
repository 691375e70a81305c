import { DAY } from '../model/time.ts';
import { makeFleet } from './fleet.ts';
import { readRecipe } from './recipe.ts';

/**
 * Copies a demonstration fleet with all its times moved by whole days, so that its last day is the one before `now`
 * (milliseconds since 1970). Times stand in ids, dates and digests alike, so the copy is made anew from the recipe.
 */
export async function copyDemo({ from, to, now }: CopyOptions): Promise<void> {
  const recipe = await readRecipe(from);
  await makeFleet({ ...recipe, end: new Date(now - DAY), directory: to });
}

export interface CopyOptions {
  readonly from: string;
  readonly to: string;
  readonly now: number;
}
