import { type ErrorCode, explain, ParcoursError } from '../model/errors.ts';
import { en, type Messages } from './en.ts';

type Problems = Messages['problems']['said'];
export type ProblemId = keyof Problems;

/** An error that is said in the language of whoever reads it; its own message, for logs, is English. */
export function problem<I extends ProblemId>(
  code: ErrorCode,
  id: I,
  ...values: Parameters<Problems[I]>
): ParcoursError {
  return new ParcoursError(code, problemMessage(en, id, values), undefined, { id, values });
}

/** The same, of an error that caused it, which the debug log tells too. */
export function problemBy<I extends ProblemId>(
  cause: unknown,
  code: ErrorCode,
  id: I,
  ...values: Parameters<Problems[I]>
): ParcoursError {
  return new ParcoursError(code, problemMessage(en, id, values), cause, { id, values });
}

/** The English of a problem, or its translation. */
export function problemMessage(messages: Pick<Messages, 'problems'>, id: ProblemId, values: readonly string[]): string {
  // The values are those of the problem: `problem` takes no others.
  const say = messages.problems.said[id] as (...values: readonly string[]) => string;
  return say(...values);
}

/** What went wrong, causes included, in the language of the messages as far as that is known. */
export function problemText(messages: Pick<Messages, 'problems'>, error: unknown): string {
  if (!(error instanceof ParcoursError)) return explain(error);
  const { said, code } = error;
  if (said && isProblemId(said.id)) return problemMessage(messages, said.id, said.values);
  return messages.problems.codes[code](explain(error));
}

function isProblemId(id: string): id is ProblemId {
  return Object.hasOwn(en.problems.said, id);
}
