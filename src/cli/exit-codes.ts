import { type ErrorCode, ParcoursError, systemCode } from '../model/errors.ts';

/** The exit codes, as README lists them. */
export const exitCodes = {
  done: 0,
  found: 1,
  usage: 64,
  badInput: 65,
  unreachable: 69,
  unexpected: 70,
  cannotWrite: 73,
  busy: 75,
  protocol: 76,
  permission: 77,
  configuration: 78,
  timeBudget: 124,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

const byError: Readonly<Record<ErrorCode, ExitCode>> = {
  usage: exitCodes.usage,
  'bad-input': exitCodes.badInput,
  'not-found': exitCodes.badInput,
  ambiguous: exitCodes.badInput,
  'store-damaged': exitCodes.badInput,
  unreachable: exitCodes.unreachable,
  'cannot-write': exitCodes.cannotWrite,
  busy: exitCodes.busy,
  protocol: exitCodes.protocol,
  permission: exitCodes.permission,
  configuration: exitCodes.configuration,
  'time-budget': exitCodes.timeBudget,
};

/** What the system denies is no bug. */
const bySystem: Readonly<Record<string, ExitCode>> = {
  EACCES: exitCodes.permission,
  EPERM: exitCodes.permission,
  EROFS: exitCodes.cannotWrite,
  ENOSPC: exitCodes.cannotWrite,
  EDQUOT: exitCodes.cannotWrite,
};

export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof ParcoursError) return byError[error.code];
  return bySystem[systemCode(error) ?? ''] ?? exitCodes.unexpected;
}

export function exitCodeOfSignal(signal: NodeJS.Signals): ExitCode {
  return signal === 'SIGINT' ? exitCodes.interrupted : exitCodes.terminated;
}
