import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { parseKeyValues } from '../sources/key-values.ts';
import { localTime } from '../sources/local-time.ts';
import { parseMeminfo } from '../sources/meminfo.ts';
import { attribute, readText } from '../sources/text.ts';

/** Name, operating system and memory of the machine. */
export const linuxSystem: Collector<'hardware'> = {
  name: 'linux/system',
  section: 'hardware',
  platforms: ['linux'],
  async collect(host) {
    const memory = parseMeminfo((await readText(host, '/proc/meminfo')) ?? '');
    const row = present({
      name: host.facts.hostName.split('.')[0],
      ...(await operatingSystem(host)),
      arch: host.facts.machine,
      memory: mebibytes(memory.get('MemTotal')),
      swap: mebibytes(memory.get('SwapTotal')),
      description: await description(host),
      installDate: await installDate(host),
    });
    return { rows: [row] };
  },
};

/** Of /etc/debian_version only what refines VERSION_ID: `12.11` for `12`, not `bookworm/sid`. */
async function operatingSystem(host: Host) {
  const text = (await readText(host, '/etc/os-release')) ?? (await readText(host, '/usr/lib/os-release')) ?? '';
  const release = parseKeyValues(text);
  const version = release.get('VERSION_ID');
  const point = await attribute(host, '/etc/debian_version');
  return {
    osName: [release.get('NAME') ?? 'Linux', version].filter(Boolean).join(' '),
    osVersion: version && point?.startsWith(`${version}.`) ? point : (version ?? release.get('BUILD_ID')),
    osComments: release.get('PRETTY_NAME'),
  };
}

/** As the OCS agent writes it, so that both say the same: architecture and boot time, `DD-MM-YYYY HH:MM:SS`. */
async function description(host: Host): Promise<string> {
  const [, seconds] = /^btime (\d+)$/m.exec((await readText(host, '/proc/stat')) ?? '') ?? [];
  if (!seconds) return host.facts.machine;
  const [day = '', time = ''] = localTime(host, Number(seconds) * 1000).split('T');
  return `${host.facts.machine}/${day.split('-').reverse().join('-')} ${time}`;
}

/** Birth of the root file system; an image that was copied file by file has none. */
async function installDate(host: Host): Promise<string | undefined> {
  const createdAt = (await host.stat('/'))?.createdAt;
  return createdAt === undefined ? undefined : localTime(host, createdAt).slice(0, 10);
}

function mebibytes(kibibytes: number | undefined): number | undefined {
  return kibibytes === undefined ? undefined : Math.floor(kibibytes / 1024);
}
