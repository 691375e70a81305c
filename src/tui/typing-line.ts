import { EMPTY_LINE, type Line, lineWidth, type Span, span } from './line.ts';
import { type State, textsOf } from './state.ts';
import type { TextInput } from './text-input.ts';

/** The filter as it stands, or as it is being typed, with a hint where that fits; empty where there is none. */
export function typingLine(state: State, filter: string, width: number): Line {
  if (state.overlay?.kind !== 'filter') return filter === '' ? EMPTY_LINE : [span('/ ', 'key'), span(filter)];
  const { input } = state.overlay;
  const typed = [span('/ ', 'key'), ...inputSpans(input)];
  const hint = span(`  ${textsOf(state).filterHint}`, 'dim');
  return input.text === '' && lineWidth([...typed, hint]) <= width ? [...typed, hint] : typed;
}

/** A text with its caret. */
export function inputSpans({ text, caret }: TextInput): readonly Span[] {
  const under = [...text.slice(caret)].at(0) ?? ' ';
  return [span(text.slice(0, caret)), span(under, 'selected'), span(text.slice(caret + under.length))];
}
