import { type Line, type Span, span } from './line.ts';
import { type State, textsOf } from './state.ts';
import type { TextInput } from './text-input.ts';

/** The filter as it stands or is being typed; undefined where there is none. */
export function typingSpans(state: State, filter: string): Line | undefined {
  if (state.overlay?.kind === 'filter') {
    const hint = state.overlay.input.text === '' ? [span(`  ${textsOf(state).filterHint}`, 'dim')] : [];
    return [span('/ ', 'key'), ...inputSpans(state.overlay.input), ...hint];
  }
  return filter === '' ? undefined : [span('/ ', 'key'), span(filter)];
}

/** A text with its caret. */
export function inputSpans({ text, caret }: TextInput): readonly Span[] {
  const under = [...text.slice(caret)].at(0) ?? ' ';
  return [span(text.slice(0, caret)), span(under, 'selected'), span(text.slice(caret + under.length))];
}
