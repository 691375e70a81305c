import type { Host } from '../../model/host.ts';
import { attribute } from './text.ts';

/** IANA name of the zone /etc/localtime points to; where it is a copy, Debian names the zone in /etc/timezone. */
export async function zoneName(host: Pick<Host, 'link' | 'read'>): Promise<string | undefined> {
  const [, linked] = /zoneinfo\/(?:posix\/|right\/)?(.+)$/.exec((await host.link('/etc/localtime')) ?? '') ?? [];
  return linked ?? (await attribute(host, '/etc/timezone'));
}

/** As Date#getTimezoneOffset, of any zone; undefined for a zone nobody knows. */
export function offsetIn(zone: string, at: number): number | undefined {
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(at);
    return minutesOf(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '');
  } catch {
    return undefined;
  }
}

/** `GMT+05:30` is -330; `GMT` alone is 0. */
function minutesOf(offset: string): number {
  const [, sign, hours, minutes] = /([+-])(\d+):(\d+)$/.exec(offset) ?? [];
  const total = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === '+' ? 0 - total : total;
}
