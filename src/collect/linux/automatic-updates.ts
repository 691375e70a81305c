import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import type { Collector } from '../collector.ts';
import { parseAptConf } from '../sources/apt-conf.ts';
import { parseIni } from '../sources/ini.ts';
import { isTimerEnabled } from '../sources/systemd-units.ts';
import { exists, readText } from '../sources/text.ts';

type Check = SectionRow<'security'>;
const name = 'automatic-updates';

/** Whether the machine installs updates by itself: unattended-upgrades of apt, or dnf-automatic. */
export const linuxAutomaticUpdates: Collector<'security'> = {
  name: 'linux/automatic-updates',
  section: 'security',
  platforms: ['linux'],
  async collect(host) {
    const check = (await aptUpdates(host)) ?? (await dnfUpdates(host));
    return check && { rows: [check] };
  },
};

const APT_FOLDER = '/etc/apt/apt.conf.d';

async function aptUpdates(host: Host): Promise<Check | undefined> {
  const names = await host.list(APT_FOLDER);
  if (!names) return undefined;
  const texts = await Promise.all([...names].sort().map((file) => readText(host, `${APT_FOLDER}/${file}`)));
  const settings = parseAptConf(texts.map((text) => text ?? '').join('\n'));
  const asked = Number(settings.get('apt::periodic::unattended-upgrade') ?? 0) > 0;
  const program = await exists(host, '/usr/bin/unattended-upgrade');
  const timer = (await isTimerEnabled(host, 'apt-daily-upgrade.timer')) ?? true;
  const state = asked && program && timer ? 'on' : 'off';
  return { name, state, detail: 'unattended-upgrades', source: APT_FOLDER };
}

const DNF_CONFIG = '/etc/dnf/automatic.conf';
const DNF_TIMERS = ['dnf-automatic.timer', 'dnf5-automatic.timer', 'dnf-automatic-install.timer'];

async function dnfUpdates(host: Host): Promise<Check | undefined> {
  if (!(await exists(host, '/etc/dnf'))) return undefined;
  const config = parseIni((await readText(host, DNF_CONFIG)) ?? '');
  const applies = /^(?:yes|1|true|on)$/i.test(config.get('commands')?.get('apply_updates') ?? '');
  const [plain, fifth, install] = await Promise.all(DNF_TIMERS.map((timer) => isTimerEnabled(host, timer)));
  const state = install || (applies && (plain || fifth)) ? 'on' : 'off';
  return { name, state, detail: 'dnf-automatic', source: DNF_CONFIG };
}
