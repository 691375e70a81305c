import { DAY, HOUR, MINUTE, SECOND } from '../../model/time.ts';
import { bootDescription } from '../sources/boot-description.ts';
import { localTime } from '../sources/local-time.ts';
import { text } from '../sources/values.ts';
import { fromReport } from './from-report.ts';
import type { Item } from './values.ts';

/** Since when it runs. */
export const macosUptime = fromReport('macos/uptime', 'operatingsystem', ['SPSoftware'], (parts, host) => {
  const uptime = uptimeOf(parts('SPSoftware'));
  if (uptime === undefined) return [];
  const bootTime = localTime(host, host.facts.now() - uptime).replace('T', ' ');
  return [{ bootTime, uptime: Math.round(uptime / SECOND) }];
});

/** The same as OCS agents write it: architecture and boot time. */
export const macosDescription = fromReport('macos/description', 'hardware', ['SPSoftware'], (parts, host) => {
  const uptime = uptimeOf(parts('SPSoftware'));
  return uptime === undefined ? [] : [{ description: bootDescription(host, host.facts.now() - uptime) }];
});

/** `up 3:4:23:11`: days, hours, minutes, seconds; in milliseconds. */
function uptimeOf([software = {}]: readonly Item[]): number | undefined {
  const [, days, hours, minutes, seconds] = /(\d+):(\d+):(\d+):(\d+)/.exec(text(software['uptime']) ?? '') ?? [];
  if (days === undefined) return undefined;
  return Number(days) * DAY + Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * SECOND;
}
