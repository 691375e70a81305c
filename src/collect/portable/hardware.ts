import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { ask, knownText, mebibytes } from './functions.ts';
import { portablePlatformsAndWindows } from './platforms.ts';

/** Name, operating system and memory of the machine. */
export const portableHardware: Collector<'hardware'> = {
  name: 'portable/hardware',
  section: 'hardware',
  platforms: portablePlatformsAndWindows,
  async collect(host) {
    const [memory, ids, system] = await Promise.all([ask(host, 'mem'), ask(host, 'uuid'), ask(host, 'system')]);
    const row = present({
      name: host.facts.hostName.split('.')[0],
      ...(await operatingSystem(host)),
      arch: host.facts.machine,
      memory: mebibytes(memory?.total),
      swap: mebibytes(memory?.swaptotal) ?? (memory && 0),
      uuid: knownText(ids?.hardware)?.toUpperCase(),
      userDomain: host.facts.environment['USERDOMAIN'],
      vmSystem: system && (system.virtual ? (knownText(system.virtualHost) ?? 'Virtual Machine') : 'Physical'),
    });
    return { rows: [row] };
  },
};

/** It makes one up where there is none. */
function servicePack(told: string | undefined): string | undefined {
  return told === '0.0' ? undefined : knownText(told);
}

/** Windows has its version in its name already: `Microsoft Windows 11 Pro`. */
async function operatingSystem(host: Host) {
  const os = await ask(host, 'osInfo');
  const name = knownText(os?.distro);
  const version = knownText(os?.release);
  return {
    osName: host.facts.platform === 'win32' ? name : [name, version].filter(Boolean).join(' '),
    osVersion: version,
    osComments: servicePack(os?.servicepack) ?? knownText(os?.codename) ?? knownText(os?.build),
  };
}
