import type { Collected, CollectNow } from '../fleet/collected.ts';
import { fieldsText, type Log, type LogFields } from '../model/log.ts';

/** An inventory of this machine that is being made, or was. */
export interface Collecting {
  readonly phase: 'running' | 'stopping' | 'done' | 'stopped' | 'failed';
  readonly lines: readonly LogLine[];
  readonly collected?: Collected;
  /** Why there is none. */
  readonly reason?: string;
}

export interface LogLine {
  readonly level: keyof Log;
  /** Since the inventory began. */
  readonly milliseconds: number;
  readonly text: string;
}

/** Makes the inventory, and tells the lines of its log as they come, several at once. */
export type Collect = (tell: (lines: readonly LogLine[]) => void, stop: AbortSignal) => Promise<Collected>;

export function isRunning({ collecting }: { readonly collecting?: Collecting }): boolean {
  return collecting?.phase === 'running' || collecting?.phase === 'stopping';
}

/** `now` in milliseconds since 1970. */
export function collectWith(collectNow: CollectNow, now: () => number): Collect {
  return async (tell, stop) => {
    const start = now();
    let waiting: LogLine[] = [];
    function flush(): void {
      if (waiting.length > 0) tell(waiting);
      waiting = [];
    }
    const at = (level: keyof Log) => (message: string, fields?: LogFields) => {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ level, milliseconds: now() - start, text: message + fieldsText(fields) });
    };
    try {
      return await collectNow({ info: at('info'), warn: at('warn'), debug: at('debug'), trace() {} }, stop);
    } finally {
      flush();
    }
  };
}
