import type { Sort } from './routes.ts';
import { type State, textsOf } from './state.ts';

/** The order in words: `sorted by Memory descending, then Name ascending`. */
export function sortWords(state: State, sort: Sort): string {
  const texts = textsOf(state);
  const keys = sort.map(({ column, descending }) => texts.sortKey(texts.columns[column], descending));
  return texts.sortedBy(keys.join(texts.thenBy));
}
