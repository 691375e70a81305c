import type { MachineRow } from '../fleet/fleet.ts';
import { foldText } from '../fleet/language/fold.ts';
import { readQuery, type SoftwareHolders } from '../fleet/language/match.ts';
import { QueryError } from '../fleet/language/parse.ts';
import { remember } from './remember.ts';

/** What was typed to find machines: the query language of `list`, and `?words` whose letters need only be in order. */
export interface FleetFilter {
  /** The part that `list` understands; the store is asked it where `asksStore`. */
  readonly query: string;
  /** It is about packages, which the list does not hold. */
  readonly asksStore: boolean;
  /** Undefined where the query means nothing, which `error` explains. */
  readonly matcher?: (now: number) => (machine: MachineRow) => boolean;
  /** The words that name no column, to be looked for elsewhere than in the machine. */
  readonly words: readonly ((text: string) => boolean)[];
  /** All but the words; questions about packages need who knows their holders. */
  readonly conditions?: (now: number, holders?: SoftwareHolders) => (machine: MachineRow) => boolean;
  readonly error?: QueryError;
}

export const readFilter = remember((filter: string): FleetFilter => {
  const fuzzy = [...filter.matchAll(FUZZY)].map(([, sign, letters = '']) => ({ isNot: sign === '!', letters }));
  const query = filter.replace(FUZZY, ' ').trim();
  try {
    const { software, matcher, words, conditions } = readQuery(query);
    const asksStore = software.length > 0;
    const isNear = nearMatcher(fuzzy);
    return {
      query,
      asksStore,
      words,
      conditions: (now, holders) => {
        const holds = conditions(now, holders);
        return (machine) => isNear(machine) && holds(machine);
      },
      matcher: (now) => {
        const isMatch = asksStore ? () => true : matcher(now);
        return (machine) => isNear(machine) && isMatch(machine);
      },
    };
  } catch (error) {
    if (error instanceof QueryError) return { query, asksStore: false, words: [], error };
    throw error;
  }
});

interface Fuzzy {
  readonly isNot: boolean;
  readonly letters: string;
}

/** The letters of each word stand in one text of the machine, in that order. */
function nearMatcher(words: readonly Fuzzy[]): (machine: MachineRow) => boolean {
  const wanted = words.map(({ isNot, letters }) => ({ isNot, letters: [...foldText(letters)] }));
  return (machine) => wanted.every(({ isNot, letters }) => textsIn(machine).some(isIn(letters)) !== isNot);
}

function isIn(letters: readonly string[]): (text: string) => boolean {
  return (text) => {
    let at = -1;
    return letters.every((letter) => {
      at = text.indexOf(letter, at + 1);
      return at >= 0;
    });
  };
}

function textsIn({ name, os = '', model = '', tag = '', ip = '' }: MachineRow): readonly string[] {
  return [name, os, model, tag, ip].map(foldText);
}

const FUZZY = /(?<=^|\s)(!?)\?(\S+)/g;
