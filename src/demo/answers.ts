import { readRecipe } from './recipe.ts';
import { type Answer, answersOf } from './simulate.ts';

/** The answer key of a demonstration fleet, oldest first. Fails with `bad-input` where it is none. */
export async function readAnswers(directory: string): Promise<readonly Answer[]> {
  return answersOf(await readRecipe(directory));
}
