import { ParcoursError } from '../model/errors.ts';

/** The same promise, rejected with `time-budget` when it does not settle in time. What it waits for is not stopped. */
export async function withDeadline<T>(work: Promise<T>, milliseconds: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooLate(milliseconds, what)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

export function tooLate(milliseconds: number, what: string): ParcoursError {
  return new ParcoursError('time-budget', `${what} took more than ${milliseconds / 1000} s`);
}
