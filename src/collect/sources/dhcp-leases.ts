import type { Host } from '../../model/host.ts';
import { parseBootp } from './bootp.ts';
import { parseKeyValues } from './key-values.ts';
import { allowed, readAllowed } from './text.ts';

/** An address that was lent, and by which DHCP server. */
export interface DhcpLease {
  readonly address: string;
  readonly server: string;
}

/**
 * What the DHCP clients of a machine keep of the leases of an interface, where it may be read. Old leases lie about, so
 * only that of an address which the interface still has tells its server.
 */
export async function readDhcpLeases(
  host: Host,
  { name, index }: { readonly name: string; readonly index: number | undefined },
): Promise<readonly DhcpLease[]> {
  const networkd = index === undefined ? undefined : await readAllowed(host, `/run/systemd/netif/leases/${index}`);
  const clients = [fromDhclient(host, name), fromNetworkManager(host, name), fromDhcpcd(host, name)];
  return [...leaseOfKeyValues(networkd ?? ''), ...(await Promise.all(clients)).flat()];
}

/** systemd-networkd, and the client that NetworkManager took from it. */
function leaseOfKeyValues(text: string): readonly DhcpLease[] {
  const values = parseKeyValues(text);
  return leaseOf(values.get('ADDRESS'), values.get('SERVER_ADDRESS'));
}

function leaseOf(address: string | undefined, server: string | undefined): readonly DhcpLease[] {
  return address && server ? [{ address, server }] : [];
}

const DHCLIENT_FOLDERS = ['/var/lib/dhcp', '/var/lib/dhclient', '/var/lib/NetworkManager'];

/** dhclient.leases(5): leases are appended, so the last one stands. */
async function fromDhclient(host: Host, name: string): Promise<readonly DhcpLease[]> {
  const files = await Promise.all(DHCLIENT_FOLDERS.map((folder) => filesIn(host, folder, /\.leases?$/)));
  const texts = files.flat().map((bytes) => bytes.toString('latin1'));
  const leases = texts.flatMap((text) => text.split(/^lease\b/m)).filter((lease) => lease.includes(`"${name}"`));
  return leases.toReversed().flatMap((lease) => {
    const [, address] = /fixed-address\s+([\d.]+);/.exec(lease) ?? [];
    return leaseOf(address, /dhcp-server-identifier\s+([\d.]+);/.exec(lease)?.[1]);
  });
}

/** NetworkManager's own client: `internal-<connection>-<interface>.lease`. */
async function fromNetworkManager(host: Host, name: string): Promise<readonly DhcpLease[]> {
  const files = await filesIn(host, '/var/lib/NetworkManager', endingWith(`-${name}.lease`));
  return files.flatMap((bytes) => leaseOfKeyValues(bytes.toString('latin1')));
}

const DHCPCD_FOLDERS = ['/var/lib/dhcpcd', '/var/lib/dhcpcd5', '/var/db/dhcpcd'];

/** dhcpcd keeps the server's packet as it came: `<interface>.lease`, on Wi-Fi `<interface>-<network>.lease`. */
async function fromDhcpcd(host: Host, name: string): Promise<readonly DhcpLease[]> {
  const isLease = new RegExp(`^(?:dhcpcd-)?${escaped(name)}(?:-.*)?\\.lease$`);
  const files = await Promise.all(DHCPCD_FOLDERS.map((folder) => filesIn(host, folder, isLease)));
  return files.flat().flatMap((bytes) => parseBootp(bytes) ?? []);
}

function endingWith(suffix: string): RegExp {
  return new RegExp(`${escaped(suffix)}$`);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

async function filesIn(host: Host, folder: string, isLease: RegExp): Promise<readonly Buffer[]> {
  const names = ((await allowed(host.list(folder))) ?? []).filter((name) => isLease.test(name)).sort();
  const files = await Promise.all(names.map((name) => allowed(host.read(`${folder}/${name}`))));
  return files.flatMap((bytes) => (bytes ? [Buffer.from(bytes)] : []));
}
