import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { bootDescription } from '../sources/boot-description.ts';
import { localTime } from '../sources/local-time.ts';
import { parseMeminfo } from '../sources/meminfo.ts';
import { bootMoment, installMoment } from '../sources/moments.ts';
import { readOsRelease } from '../sources/os-release.ts';
import { shortName } from '../sources/own-name.ts';
import { readText } from '../sources/text.ts';

/** Name, operating system and memory of the machine. */
export const linuxSystem: Collector<'hardware'> = {
  name: 'linux/system',
  section: 'hardware',
  platforms: ['linux'],
  async collect(host) {
    const memory = parseMeminfo((await readText(host, '/proc/meminfo')) ?? '');
    const row = present({
      name: shortName(host),
      ...(await operatingSystem(host)),
      arch: host.facts.machine,
      memory: mebibytes(memory.get('MemTotal')),
      swap: mebibytes(memory.get('SwapTotal')),
      description: bootDescription(host, await bootMoment(host)),
      installDate: await installDate(host),
    });
    return { rows: [row] };
  },
};

async function operatingSystem(host: Host) {
  const { name, version, release, fullName } = await readOsRelease(host);
  return { osName: [name, release].filter(Boolean).join(' '), osVersion: version, osComments: fullName };
}

async function installDate(host: Host): Promise<string | undefined> {
  const installedAt = await installMoment(host);
  return installedAt === undefined ? undefined : localTime(host, installedAt).slice(0, 10);
}

function mebibytes(kibibytes: number | undefined): number | undefined {
  return kibibytes === undefined ? undefined : Math.floor(kibibytes / 1024);
}
