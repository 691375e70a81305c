import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { parseKeyValues } from '../sources/key-values.ts';
import { localTime } from '../sources/local-time.ts';
import { bootMoment, installMoment, uptimeSeconds } from '../sources/moments.ts';
import { type OsRelease, readOsRelease } from '../sources/os-release.ts';
import { ownDomain, shortName } from '../sources/own-name.ts';
import { attribute, readAllowed } from '../sources/text.ts';

/** Distribution, kernel, names and times of the system. */
export const linuxOperatingSystem: Collector<'operatingsystem'> = {
  name: 'linux/operating-system',
  section: 'operatingsystem',
  platforms: ['linux'],
  async collect(host) {
    const row = present({
      ...distribution(await readOsRelease(host)),
      ...(await kernel(host)),
      ...(await names(host)),
      ...(await times(host)),
      language: await language(host),
    });
    return { rows: [row] };
  },
};

function distribution({ name, version, fullName, build }: OsRelease): SectionRow<'operatingsystem'> {
  return present({ name, version, fullName, build });
}

async function kernel(host: Host): Promise<SectionRow<'operatingsystem'>> {
  return present({
    kernelName: 'Linux',
    kernelVersion: host.facts.release,
    kernelBuild: await attribute(host, '/proc/sys/kernel/version'),
    arch: host.facts.machine,
  });
}

async function names(host: Host): Promise<SectionRow<'operatingsystem'>> {
  const dnsDomain = await ownDomain(host);
  return present({
    dnsDomain,
    fqdn: dnsDomain && `${shortName(host)}.${dnsDomain}`,
    hostId: await hostId(host),
    sshKey: await sshKey(host),
  });
}

/** The administrator's choice in /etc/hostid, gethostid(3). What libc makes up without it is that of every other machine. */
async function hostId(host: Host): Promise<string | undefined> {
  const bytes = await host.read('/etc/hostid');
  return bytes?.length === 4 ? Buffer.from(bytes).reverse().toString('hex') : undefined;
}

const SSH_KEYS = ['ed25519', 'ecdsa', 'rsa'];

/** The public key that clients are shown first, without the remark behind it. */
async function sshKey(host: Host): Promise<string | undefined> {
  for (const kind of SSH_KEYS) {
    const key = await attribute(host, `/etc/ssh/ssh_host_${kind}_key.pub`);
    if (key) return key.split(' ').slice(0, 2).join(' ');
  }
  return undefined;
}

async function times(host: Host): Promise<SectionRow<'operatingsystem'>> {
  const [bootedAt, installedAt] = [await bootMoment(host), await installMoment(host)];
  return present({
    bootTime: bootedAt === undefined ? undefined : moment(host, bootedAt),
    uptime: await uptimeSeconds(host),
    installDate: installedAt === undefined ? undefined : moment(host, installedAt),
  });
}

/** As FusionInventory and GLPI agents write it. */
function moment(host: Host, milliseconds: number): string {
  return localTime(host, milliseconds).replace('T', ' ');
}

/** systemd's place, then Debian's, then that of old rpm systems: locale.conf(5). */
const LOCALES = ['/etc/locale.conf', '/etc/default/locale', '/etc/sysconfig/i18n'];

async function language(host: Host): Promise<string | undefined> {
  for (const path of LOCALES) {
    const value = parseKeyValues((await readAllowed(host, path)) ?? '').get('LANG');
    if (value) return value;
  }
  return undefined;
}
