import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../model/time.ts';
import type { Collector } from '../collector.ts';
import { linuxTimezone } from '../linux/timezone.ts';
import { localTime } from '../sources/local-time.ts';
import { dictionary, list, parsePlist, readSettings } from '../sources/plist.ts';
import { text } from '../sources/values.ts';
import { fromReport } from './from-report.ts';
import type { Item } from './values.ts';

const VERSION = '/System/Library/CoreServices/SystemVersion.plist';
/** Written when the first user is made. */
const SET_UP = '/private/var/db/.AppleSetupDone';
const PREFERENCES = '/Library/Preferences/.GlobalPreferences.plist';

/** Name and version of the system, as OCS agents tell it. */
export const macosSystem: Collector<'hardware'> = {
  name: 'macos/system',
  section: 'hardware',
  platforms: ['darwin'],
  async collect(host) {
    const { name, version, build } = await readVersion(host);
    const osName = [name, version].filter(Boolean).join(' ');
    const osComments = build && `${osName} (${build})`;
    const installDate = (await installedAt(host))?.slice(0, 10);
    return osName ? { rows: [present({ osName, osVersion: version, osComments, installDate })] } : undefined;
  },
};

/** The same as GLPI agents tell it. */
export const macosOperatingSystem: Collector<'operatingsystem'> = {
  name: 'macos/operating-system',
  section: 'operatingsystem',
  platforms: ['darwin'],
  async collect(host) {
    const { name, version, build } = await readVersion(host);
    const row = present({
      fullName: [name, version].filter(Boolean).join(' ') || undefined,
      name,
      version,
      build,
      kernelName: 'Darwin',
      kernelVersion: host.facts.release,
      arch: host.facts.machine,
      installDate: (await installedAt(host))?.replace('T', ' '),
      language: await language(host),
    });
    return { rows: [row] };
  },
};

/** Since when it runs. */
export const macosUptime: Collector<'operatingsystem'> = {
  ...fromReport('operatingsystem', ['SPSoftware'], (parts, host) => {
    const uptime = uptimeOf(parts('SPSoftware'));
    if (uptime === undefined) return [];
    const bootTime = localTime(host, host.facts.now() - uptime).replace('T', ' ');
    return [{ bootTime, uptime: Math.round(uptime / SECOND) }];
  }),
  name: 'macos/uptime',
};

/** The same as OCS agents write it: architecture and boot time. */
export const macosDescription: Collector<'hardware'> = {
  ...fromReport('hardware', ['SPSoftware'], (parts, host) => {
    const uptime = uptimeOf(parts('SPSoftware'));
    return uptime === undefined ? [] : [{ description: descriptionOf(host, host.facts.now() - uptime) }];
  }),
  name: 'macos/description',
};

export const macosTimezone: Collector<'timezone'> = { ...linuxTimezone, name: 'macos/timezone', platforms: ['darwin'] };

async function readVersion(host: Host): Promise<Pick<SectionRow<'operatingsystem'>, 'name' | 'version' | 'build'>> {
  const bytes = await host.read(VERSION);
  const version = dictionary(bytes && parsePlist(bytes));
  return present({
    name: text(version['ProductName']),
    version: text(version['ProductVersion']),
    build: text(version['ProductBuildVersion']),
  });
}

async function installedAt(host: Host): Promise<string | undefined> {
  const stat = await host.stat(SET_UP);
  return stat && localTime(host, stat.modifiedAt);
}

/** `fr-FR`: that of the login window; every user may choose another. */
async function language(host: Host): Promise<string | undefined> {
  const preferences = await readSettings(host, PREFERENCES);
  return text(list(preferences['AppleLanguages'])[0]) ?? text(preferences['AppleLocale']);
}

/** `up 3:4:23:11`: days, hours, minutes, seconds; in milliseconds. */
function uptimeOf([software = {}]: readonly Item[]): number | undefined {
  const [, days, hours, minutes, seconds] = /(\d+):(\d+):(\d+):(\d+)/.exec(text(software['uptime']) ?? '') ?? [];
  if (days === undefined) return undefined;
  return Number(days) * DAY + Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * SECOND;
}

/** OCS protocol section 3.4: `arm64/20-11-2026 08:11:02`. */
function descriptionOf(host: Host, bootedAt: number): string {
  const [day = '', time = ''] = localTime(host, bootedAt).split('T');
  return `${host.facts.machine}/${day.split('-').reverse().join('-')} ${time}`;
}
