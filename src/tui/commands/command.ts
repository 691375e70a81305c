import type { State } from '../state.ts';

/** What a command does to the state. */
export type Command = (state: State) => State;
