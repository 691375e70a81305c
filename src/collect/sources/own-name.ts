import type { Host } from '../../model/host.ts';
import { readAllowed } from './text.ts';

/** The domain the machine gives itself, as `hostname -d` finds it: in its own name, else in /etc/hosts. */
export async function ownDomain(host: Host): Promise<string | undefined> {
  const [shortName = '', ...domain] = host.facts.hostName.split('.');
  if (domain.length > 0) return domain.join('.');
  const fullName = fullNameIn((await readAllowed(host, '/etc/hosts')) ?? '', shortName);
  return fullName?.slice(shortName.length + 1);
}

export function shortName(host: Host): string {
  return host.facts.hostName.split('.')[0] ?? '';
}

/** hosts(5): an address, the full name, its aliases. */
function fullNameIn(hosts: string, shortName: string): string | undefined {
  const lines = hosts.split('\n').map((line) => line.replace(/#.*/, '').trim().split(/\s+/).slice(1));
  return lines.find((names) => names.includes(shortName))?.find((name) => name.startsWith(`${shortName}.`));
}
