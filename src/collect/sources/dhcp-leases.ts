import type { Host } from '../../model/host.ts';
import { parseKeyValues } from './key-values.ts';
import { allowed, readAllowed } from './text.ts';

/** The DHCP server an interface has its address from, of the clients that leave a lease that may be read. */
export async function readDhcpServer(
  host: Host,
  { name, index }: { readonly name: string; readonly index: number | undefined },
): Promise<string | undefined> {
  const networkd = index === undefined ? undefined : await readAllowed(host, `/run/systemd/netif/leases/${index}`);
  const server = networkd && parseKeyValues(networkd).get('SERVER_ADDRESS');
  return server || (await fromDhclient(host, name)) || (await fromNetworkManager(host, name));
}

/** dhclient.leases(5): leases are appended, so the last of the interface stands. */
function parseDhclientLeases(text: string, interfaceName: string): string | undefined {
  const leases = text.split(/^lease\b/m).filter((lease) => lease.includes(`interface "${interfaceName}"`));
  return /dhcp-server-identifier\s+([\d.]+);/.exec(leases.at(-1) ?? '')?.[1];
}

const DHCLIENT_FOLDERS = ['/var/lib/dhcp', '/var/lib/dhclient'];

async function fromDhclient(host: Host, name: string): Promise<string | undefined> {
  const texts = await Promise.all(
    DHCLIENT_FOLDERS.map((folder) => filesIn(host, folder, (file) => /\.leases?$/.test(file))),
  );
  return texts
    .flat()
    .map((text) => parseDhclientLeases(text, name))
    .findLast((server) => server !== undefined);
}

/** NetworkManager's own client: `internal-<connection>-<interface>.lease`. */
async function fromNetworkManager(host: Host, name: string): Promise<string | undefined> {
  const leases = await filesIn(host, '/var/lib/NetworkManager', (file) => file.endsWith(`-${name}.lease`));
  return leases.map((text) => parseKeyValues(text).get('SERVER_ADDRESS')).findLast((server) => server !== undefined);
}

async function filesIn(host: Host, folder: string, isLease: (name: string) => boolean): Promise<readonly string[]> {
  const names = ((await allowed(host.list(folder))) ?? []).filter(isLease).sort();
  const texts = await Promise.all(names.map((name) => readAllowed(host, `${folder}/${name}`)));
  return texts.filter((text) => text !== undefined);
}
