import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { zoneName } from '../sources/time-zone.ts';

/** Time zone by name, and its offset now as `+0100`. */
export const linuxTimezone: Collector<'timezone'> = {
  name: 'linux/timezone',
  section: 'timezone',
  platforms: ['linux'],
  async collect(host) {
    return { rows: [present({ name: await zoneName(host), offset: offsetText(host.facts.timezoneOffset()) })] };
  },
};

/** From minutes to add to local time to get UTC: -60 is `+0100`. */
export function offsetText(minutesToUtc: number): string {
  const minutes = Math.abs(minutesToUtc);
  const digits = String(Math.floor(minutes / 60) * 100 + (minutes % 60)).padStart(4, '0');
  return `${minutesToUtc > 0 ? '-' : '+'}${digits}`;
}
