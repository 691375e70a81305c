import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { parseResolvConf, type Resolver } from '../sources/resolv-conf.ts';
import { parseRoutes } from '../sources/routes.ts';
import { readAllowed } from '../sources/text.ts';

/** Domain, DNS servers and default gateway of the machine. */
export const linuxNamesAndRoutes: Collector<'hardware'> = {
  name: 'linux/names-and-routes',
  section: 'hardware',
  platforms: ['linux'],
  async collect(host) {
    const resolver = await readResolver(host);
    const routes = parseRoutes((await readAllowed(host, '/proc/net/route')) ?? '');
    const row = present({
      workgroup: (await ownDomain(host)) ?? resolver.domain ?? 'WORKGROUP',
      dns: resolver.nameservers,
      defaultGateway: routes[0]?.gateway,
    });
    return { rows: [row] };
  },
};

const STUB = '127.0.0.53';

/** Where systemd-resolved answers on its stub address, its own file names the servers behind it. */
async function readResolver(host: Host): Promise<Resolver> {
  const resolver = parseResolvConf((await readAllowed(host, '/etc/resolv.conf')) ?? '');
  if (!resolver.nameservers.includes(STUB)) return resolver;
  const behind = parseResolvConf((await readAllowed(host, '/run/systemd/resolve/resolv.conf')) ?? '');
  return behind.nameservers.length > 0 ? { ...resolver, ...behind } : resolver;
}

/** The domain the machine gives itself, as `hostname -d` finds it: in its own name, else in /etc/hosts. */
async function ownDomain(host: Host): Promise<string | undefined> {
  const [shortName = '', ...domain] = host.facts.hostName.split('.');
  if (domain.length > 0) return domain.join('.');
  const lines = ((await readAllowed(host, '/etc/hosts')) ?? '').split('\n');
  const names = lines.map((line) => line.replace(/#.*/, '').trim().split(/\s+/).slice(1));
  const fullName = names
    .find((aliases) => aliases.includes(shortName))
    ?.find((name) => name.startsWith(`${shortName}.`));
  return fullName?.slice(shortName.length + 1);
}
