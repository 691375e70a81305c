import { safeText } from './safe-text.ts';

/** Events of a run. One line an event; the writer adds the time and hides what is sensitive. */
export interface Log {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  /** Shown with `--debug`. */
  debug(message: string, fields?: LogFields): void;
  /** Whole documents, shown with `--debug=2`. */
  trace(message: string, fields?: LogFields): void;
}

export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

export const silentLog: Log = { info() {}, warn() {}, debug() {}, trace() {} };

/** ` name=value` for each field that holds something; what holds blanks stands in quotes. */
export function fieldsText(fields: LogFields = {}): string {
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => ` ${name}=${quoted(safeText(String(value)))}`)
    .join('');
}

function quoted(text: string): string {
  return /[\s"=]/.test(text) ? JSON.stringify(text) : text;
}
