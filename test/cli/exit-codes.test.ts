import { expect, it } from 'vitest';
import { exitCodeOf } from '../../src/cli/exit-codes.ts';
import { type ErrorCode, ParcoursError, writeError } from '../../src/model/errors.ts';
import { writeFailure } from '../../src/store/durable.ts';

const table: readonly (readonly [ErrorCode, number])[] = [
  ['usage', 64],
  ['bad-input', 65],
  ['not-found', 65],
  ['ambiguous', 65],
  ['store-damaged', 65],
  ['unreachable', 69],
  ['cannot-write', 73],
  ['busy', 75],
  ['protocol', 76],
  ['permission', 77],
  ['configuration', 78],
  ['time-budget', 124],
];

it.each(table)('ends a run that failed with %s by exit code %i', (code, exitCode) => {
  expect(exitCodeOf(new ParcoursError(code, 'x'))).toBe(exitCode);
});

it('calls everything else a bug: 70', () => {
  expect(exitCodeOf(new TypeError('x is not a function'))).toBe(70);
});

it.each([
  ['EACCES', 77],
  ['EPERM', 77],
  ['EROFS', 73],
  ['ENOSPC', 73],
])('does not call a bug what the system denies with %s', (code, exitCode) => {
  expect(exitCodeOf(Object.assign(new Error('denied'), { code }))).toBe(exitCode);
});

it.each([
  ['EACCES', 77],
  ['EPERM', 77],
  ['EROFS', 73],
  ['ENOSPC', 73],
  ['ENOTDIR', 73],
])('a write that fails with %s ends with %i, in the agent as in the store', (code, exitCode) => {
  const cause = Object.assign(new Error(code), { code });
  expect(exitCodeOf(writeError('cannot write x', cause))).toBe(exitCode);
  expect(exitCodeOf(writeFailure('x', cause))).toBe(exitCode);
});
