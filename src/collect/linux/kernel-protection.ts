import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import type { Collector } from '../collector.ts';
import { secureBootState } from '../sources/secure-boot.ts';
import { attribute, exists } from '../sources/text.ts';

type Check = SectionRow<'security'>;

/** What firmware and kernel enforce: secure boot, lockdown, and a security module such as AppArmor or SELinux. */
export const linuxKernelProtection: Collector<'security'> = {
  name: 'linux/kernel-protection',
  section: 'security',
  platforms: ['linux'],
  async collect(host) {
    // Where nothing of the three is known, it is the kernel's own file that is named as missing.
    const [kernel, access, firmware] = await Promise.all([lockdown(host), accessControl(host), secureBoot(host)]);
    const rows = [firmware, kernel, access].flatMap((check) => check ?? []);
    return rows.length > 0 ? { rows } : undefined;
  },
};

async function secureBoot(host: Host): Promise<Check | undefined> {
  const state = await secureBootState(host);
  return state && { name: 'secure-boot', state, source: '/sys/firmware/efi' };
}

const LOCKDOWN = '/sys/kernel/security/lockdown';

/** kernel_lockdown(7): `[none] integrity confidentiality`, the level in force in brackets. */
async function lockdown(host: Host): Promise<Check | undefined> {
  const [, level] = /\[(\w+)\]/.exec((await attribute(host, LOCKDOWN)) ?? '') ?? [];
  return level ? { name: 'kernel-lockdown', state: level === 'none' ? 'off' : level, source: LOCKDOWN } : undefined;
}

const SELINUX = '/sys/fs/selinux/enforce';
const APPARMOR = '/sys/module/apparmor/parameters/enabled';
const MODULES = '/sys/kernel/security/lsm';

async function accessControl(host: Host): Promise<Check | undefined> {
  const name = 'access-control';
  const enforce = await attribute(host, SELINUX);
  if (enforce) return { name, state: enforce === '1' ? 'on' : 'permissive', detail: 'SELinux', source: SELINUX };
  if ((await attribute(host, APPARMOR)) === 'Y') return { name, state: 'on', detail: 'AppArmor', source: APPARMOR };
  const modules = await attribute(host, MODULES);
  if (modules && /\b(?:smack|tomoyo)\b/.test(modules)) return { name, state: 'on', detail: modules, source: MODULES };
  // Without this folder nothing of the kernel is known here: a container, or the disk of another machine.
  return (await exists(host, '/sys/module')) ? { name, state: 'off', source: '/sys/module' } : undefined;
}
