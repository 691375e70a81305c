/** Stable names of everything that can go wrong; `cli/exit-codes.ts` maps each to an exit code. */
export type ErrorCode =
  | 'usage'
  | 'bad-input'
  | 'unreachable'
  | 'cannot-write'
  | 'busy'
  | 'protocol'
  | 'permission'
  | 'configuration'
  | 'time-budget'
  | 'not-found'
  | 'ambiguous'
  | 'store-damaged';

/** A message by its name in `i18n/`, and what stands in it. */
export interface Said {
  readonly id: string;
  readonly values: readonly string[];
}

/** An error a person can act on: a stable code, one sentence, and what caused it. */
export class ParcoursError extends Error {
  override readonly name = 'ParcoursError';
  readonly code: ErrorCode;
  readonly said?: Said;

  constructor(code: ErrorCode, message: string, cause?: unknown, said?: Said) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    if (said) this.said = said;
  }
}

/** The system's own code of an error, such as ENOENT. */
export function systemCode(error: unknown): string | undefined {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** The error of a write: `permission` where the system denies it, `cannot-write` for all else, such as a full disk. */
export function writeError(message: string, cause: unknown): ParcoursError {
  const isDenied = ['EACCES', 'EPERM'].includes(systemCode(cause) ?? '');
  return new ParcoursError(isDenied ? 'permission' : 'cannot-write', message, cause);
}

/** True for what the store says of content it cannot trust. */
export function isDamage(error: unknown): boolean {
  return error instanceof ParcoursError && error.code === 'store-damaged';
}

/** Undefined where what is read is damaged: one lost file must not keep the rest from opening. */
export async function unlessDamaged<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (isDamage(error)) return undefined;
    throw error;
  }
}

/** One line that says what went wrong, causes included. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? undefined : explain(error.cause);
  return cause && !error.message.includes(cause) ? `${error.message}: ${cause}` : error.message;
}
