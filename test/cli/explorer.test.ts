import { expect, it } from 'vitest';
import type { Context } from '../../src/cli/command.ts';
import { logBeside } from '../../src/cli/explorer.ts';
import { silentLog } from '../../src/model/log.ts';

const log = { ...silentLog };

function contextOf(stderr: object, logfile?: string): Context {
  const screen = { isTTY: true };
  const args = { text: () => logfile, flag: () => false };
  return { args, environment: {}, log, stdin: screen, stdout: screen, stderr } as unknown as Context;
}

it('keeps lines of the log off the screen that it paints, and nowhere else', () => {
  expect(logBeside(contextOf({ isTTY: true }))).toBe(silentLog);
  expect(logBeside(contextOf({}))).toBe(log);
  expect(logBeside(contextOf({ isTTY: true }, '/tmp/explorer.log'))).toBe(log);
});
