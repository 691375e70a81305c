import { foldText } from '../fleet/language/fold.ts';
import { languages, messagesOf } from '../i18n/language.ts';
import { screenContexts } from './contexts.ts';
import { type Binding, bindingsIn, type CommandId } from './keymap.ts';
import { type State, textsOf } from './state.ts';

/** The commands that can be run here and whose name, in either language, has all the words. */
export function paletteBindings(state: State, query: string): readonly Binding[] {
  const words = foldText(query).split(/\s+/);
  const here = bindingsIn(new Set(screenContexts(state))).filter(({ id }) => id !== 'palette');
  const unique = here.filter(({ id }, index) => here.findIndex((other) => other.id === id) === index);
  return unique
    .filter((binding) => words.every((word) => namesOf(binding).includes(word)))
    .toSorted((a, b) => rank(state, a, words) - rank(state, b, words));
}

function namesOf({ id }: Binding): string {
  const names = languages.map((language) => messagesOf(language).tui.commands[id]);
  return foldText([id, ...names.flatMap(({ short, long }) => [short, long])].join('\n'));
}

/** What the palette completes to: the name by which a command is found again. */
export function commandName(state: State, id: CommandId): string {
  return textsOf(state).commands[id].long;
}

/** Names that begin with what was typed come first. */
function rank(state: State, { id }: Binding, [first = '']: readonly string[]): number {
  const { short, long } = textsOf(state).commands[id];
  return [short, long].some((name) => foldText(name).startsWith(first)) ? 0 : 1;
}
