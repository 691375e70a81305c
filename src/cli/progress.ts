import { safeText } from '../model/safe-text.ts';
import type { Context } from './command.ts';
import { forTerminal } from './terminal-text.ts';

/** Progress of work over many things, on stderr when that is a terminal, once it takes over a second. */
export interface Progress {
  step(name: string): void;
  end(): void;
}

export function progress({ now, stderr }: Pick<Context, 'now' | 'stderr'>, total: number): Progress {
  if (!stderr.isTTY) return { step() {}, end() {} };
  const started = now();
  let done = 0;
  let shown = false;
  return {
    step(name) {
      done++;
      if (now() - started < PATIENCE_MILLISECONDS) return;
      shown = true;
      const line = `${done}/${total}  ${safeText(name)}`.slice(0, stderr.columns - 1);
      stderr.write(`\r\u001b[K${forTerminal(stderr, line)}`);
    },
    end() {
      if (shown) stderr.write('\r\u001b[K');
    },
  };
}

const PATIENCE_MILLISECONDS = 1000;
