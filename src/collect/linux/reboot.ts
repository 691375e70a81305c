import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import type { Collector } from '../collector.ts';
import { compareDebianVersions } from '../sources/debian-version.ts';
import { exists } from '../sources/text.ts';

type Check = SectionRow<'security'>;
const name = 'reboot';

/** Whether updates wait for a restart: the mark that packages leave, or a newer kernel than the one that runs. */
export const linuxReboot: Collector<'security'> = {
  name: 'linux/reboot',
  section: 'security',
  platforms: ['linux'],
  async collect(host) {
    const check = (await marked(host)) ?? (await newerKernel(host));
    return check && { rows: [check] };
  },
};

const MARKS = ['/run/reboot-required', '/var/run/reboot-required', '/run/reboot-needed'];

async function marked(host: Host): Promise<Check | undefined> {
  for (const source of MARKS) if (await exists(host, source)) return { name, state: 'needed', source };
  return undefined;
}

/** Kernels in /boot of the same flavour; where the running one is not among them nothing follows. */
async function newerKernel({ facts, list }: Host): Promise<Check | undefined> {
  const flavour = facts.release.replace(/^[\d.-]+/, '');
  const kernels = ((await list('/boot')) ?? [])
    .filter((file) => file.startsWith('vmlinuz-') && file.endsWith(flavour))
    .map((file) => file.slice('vmlinuz-'.length))
    .filter((release) => release.replace(/^[\d.-]+/, '') === flavour);
  if (!kernels.includes(facts.release)) return undefined;
  const newest = kernels.reduce((best, other) => (compareDebianVersions(other, best) > 0 ? other : best));
  const state = newest === facts.release ? 'none' : 'needed';
  return { name, state, ...(state === 'needed' ? { detail: newest } : {}), source: '/boot' };
}
