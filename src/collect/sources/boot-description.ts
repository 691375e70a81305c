import type { Host } from '../../model/host.ts';
import { localTime } from './local-time.ts';

/** As the OCS agent writes it, so that both say the same: architecture and boot time, `DD-MM-YYYY HH:MM:SS`. */
export function bootDescription(host: Host, bootedAt: number | undefined): string {
  if (bootedAt === undefined) return host.facts.machine;
  const [day = '', time = ''] = localTime(host, bootedAt).split('T');
  return `${host.facts.machine}/${day.split('-').reverse().join('-')} ${time}`;
}
