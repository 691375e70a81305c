import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { ownDomain } from '../sources/own-name.ts';
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
      workgroup: (await ownDomain(host)) ?? resolver.domain ?? (await sambaWorkgroup(host)) ?? 'WORKGROUP',
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

/** smb.conf(5): names of parameters may be written in any case. */
async function sambaWorkgroup(host: Host): Promise<string | undefined> {
  const text = (await readAllowed(host, '/etc/samba/smb.conf')) ?? '';
  return /^\s*workgroup\s*=\s*(\S+)/im.exec(text)?.[1];
}
