import type { Log, LogFields } from '../../src/model/log.ts';

interface LogLine {
  readonly level: keyof Log;
  readonly message: string;
  readonly fields: LogFields;
}

/** A log that remembers its lines. */
export function recordedLog(): Log & { readonly lines: readonly LogLine[]; text(): string } {
  const lines: LogLine[] = [];
  const at =
    (level: keyof Log) =>
    (message: string, fields: LogFields = {}) => {
      lines.push({ level, message, fields });
    };
  return {
    lines,
    text: () => lines.map((line) => JSON.stringify(line)).join('\n'),
    info: at('info'),
    warn: at('warn'),
    debug: at('debug'),
    trace: at('trace'),
  };
}
