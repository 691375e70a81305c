import { afterEach, beforeAll } from 'vitest';
import { bundle } from '../terminal/bundle.ts';
import { openTerminal, type TestTerminal } from '../terminal/terminal.ts';
import type { AppSettings } from './app.ts';

export interface OpenOptions extends AppSettings {
  readonly columns?: number;
  readonly rows?: number;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Opens the explorer over a made-up fleet, in a terminal that is closed after the test. */
export function explorerTerminals(): (options?: OpenOptions) => Promise<TestTerminal> {
  const open: TestTerminal[] = [];
  let program = '';
  beforeAll(async () => {
    program = await bundle('test/tui/app.ts');
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((terminal) => terminal.close()));
  });
  return async ({ columns, rows, environment, ...settings } = {}) => {
    const size = { columns: columns ?? 80, rows: rows ?? 24 };
    const terminal = openTerminal({
      program,
      args: [JSON.stringify(settings)],
      ...size,
      ...(environment && { environment }),
    });
    open.push(terminal);
    await terminal.shows(/\S/);
    await terminal.settled();
    return terminal;
  };
}
