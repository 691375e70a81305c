import type { Host } from '../../model/host.ts';
import { MINUTE } from '../../model/time.ts';

/** `YYYY-MM-DDTHH:MM:SS` in the machine's local time, from milliseconds since 1970. */
export function localTime({ facts }: Host, milliseconds: number): string {
  const shifted = milliseconds - facts.timezoneOffset(milliseconds) * MINUTE;
  return new Date(shifted).toISOString().slice(0, 19);
}
