import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { linuxTimezone } from '../linux/timezone.ts';
import { localTime } from '../sources/local-time.ts';
import { dictionary, list, parsePlist, readSettings } from '../sources/plist.ts';
import { text } from '../sources/values.ts';

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
    const osName = [name, version].filter(Boolean).join(' ') || undefined;
    const osComments = osName && build && `${osName} (${build})`;
    const installDate = (await installedAt(host))?.slice(0, 10);
    return { rows: [present({ name: await ownName(host), osName, osVersion: version, osComments, installDate })] };
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
      ...namesOf(host.facts.hostName),
    });
    return { rows: [row] };
  },
};

/** `.local` is no domain: a machine alone gives it to itself. */
function namesOf(hostName: string): Pick<SectionRow<'operatingsystem'>, 'fqdn' | 'dnsDomain'> {
  const dnsDomain = hostName.split('.').slice(1).join('.');
  return dnsDomain === '' || dnsDomain === 'local' ? {} : { fqdn: hostName, dnsDomain };
}

const NETWORK = '/Library/Preferences/SystemConfiguration/preferences.plist';

/** The name it has in every network; the one the kernel knows may be what the last network gave it. */
async function ownName(host: Host): Promise<string | undefined> {
  const system = dictionary((await readSettings(host, NETWORK))['System']);
  const names = dictionary(dictionary(system['Network'])['HostNames']);
  return text(names['LocalHostName']);
}

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
