import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { attribute } from '../sources/text.ts';

/** Time zone by name, and its offset now as `+0100`. */
export const linuxTimezone: Collector<'timezone'> = {
  name: 'linux/timezone',
  section: 'timezone',
  platforms: ['linux'],
  async collect(host) {
    return { rows: [present({ name: await zoneName(host), offset: offsetText(host.facts.timezoneOffset()) })] };
  },
};

/** The file /etc/localtime points to; where it is a copy, Debian names the zone in /etc/timezone. */
async function zoneName(host: Host): Promise<string | undefined> {
  const [, linked] = /zoneinfo\/(.+)$/.exec((await host.link('/etc/localtime')) ?? '') ?? [];
  return linked ?? (await attribute(host, '/etc/timezone'));
}

/** From minutes to add to local time to get UTC: -60 is `+0100`. */
export function offsetText(minutesToUtc: number): string {
  const minutes = Math.abs(minutesToUtc);
  const digits = String(Math.floor(minutes / 60) * 100 + (minutes % 60)).padStart(4, '0');
  return `${minutesToUtc > 0 ? '-' : '+'}${digits}`;
}
