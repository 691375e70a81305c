import type { LineKeys } from './cursor.ts';
import { type Line, line } from './line.ts';
import type { AnswerTo, Query } from './queries.ts';
import { type State, textsOf } from './state.ts';
import { wrap } from './width.ts';

/** The scrolling part of a screen: its lines are drawn only where they are seen. */
export interface Body {
  readonly keys: LineKeys;
  line(index: number): Line;
  /** What stands before a line although the cursor is elsewhere, such as a mark. */
  sign?(index: number): string | undefined;
  /** The content is still being read: keys that were typed ahead wait for it. */
  readonly reading?: true;
}

/** A body that only says something. */
export function messageBody(lines: readonly Line[]): Body {
  return { keys: lines.map(() => undefined), line: (index) => lines[index] ?? [] };
}

/** What stands in place of a content that is not there: still being read, or why it cannot be, or nothing to be read. */
export function waitingBody(state: State, answer: AnswerTo<Query> | undefined, width: number): Body {
  const texts = textsOf(state);
  const isPast = state.at !== undefined;
  if (answer?.value !== undefined)
    return messageBody([line(isPast ? texts.time.unknown : texts.unreadable, 'warning')]);
  if (answer?.error === undefined) return { ...messageBody([line(texts.loading, 'dim')]), reading: true };
  const why = wrap(texts.failed(answer.error), Math.max(1, width)).map((text) => line(text, 'warning'));
  return messageBody([...why, [], line(texts.tryAgain, 'dim')]);
}
