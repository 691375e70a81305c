import type { SectionRow } from '../../model/catalogue.ts';
import type { Collector } from '../collector.ts';
import { readSshdConfig } from '../sources/sshd-config.ts';
import { allowed } from '../sources/text.ts';

const CONFIG = '/etc/ssh/sshd_config';

/** Who may come in over SSH: root or not, with a password or not. */
export const linuxSshAccess: Collector<'security'> = {
  name: 'linux/ssh-access',
  section: 'security',
  platforms: ['linux'],
  async collect(host) {
    if (!(await host.stat(CONFIG))) return undefined;
    const settings = await allowed(readSshdConfig(host));
    return settings ? { rows: checksOf(settings) } : { rows: [], missing: `needs-root: ${CONFIG}` };
  },
};

/** The values that hold without a setting: sshd_config(5). */
function checksOf(settings: ReadonlyMap<string, string>): readonly SectionRow<'security'>[] {
  const password = settings.get('passwordauthentication') !== 'no';
  const root = rootLogin(settings.get('permitrootlogin') ?? 'prohibit-password');
  return [
    // With passwords switched off for everybody, root comes in by key only whatever its own setting.
    { name: 'ssh-root-login', state: root === 'on' && !password ? 'keys-only' : root, source: CONFIG },
    { name: 'ssh-password-login', state: password ? 'on' : 'off', source: CONFIG },
  ];
}

function rootLogin(value: string): string {
  if (value === 'yes' || value === 'no') return value === 'yes' ? 'on' : 'off';
  return 'keys-only';
}
