import type { Host } from '../../model/host.ts';
import type { InterfaceAddress } from './interface-addresses.ts';
import { subnet } from './ip-address.ts';
import { type ConnectedRoute, parseConnectedRoutes } from './routes.ts';
import { readAllowed } from './text.ts';

/**
 * The IPv4 addresses that are not known yet, of interfaces without a carrier. The kernel lists its own addresses in
 * /proc/net/fib_trie and the networks of the interfaces in /proc/net/route; both together tell which is whose.
 */
export async function readUnpluggedAddresses(
  host: Host,
  known: ReadonlySet<string>,
): Promise<readonly InterfaceAddress[]> {
  const own = parseFibTrie((await readAllowed(host, '/proc/net/fib_trie')) ?? '');
  const missing = own.filter((address) => !known.has(address) && !address.startsWith('127.'));
  if (missing.length === 0) return [];
  const routes = parseConnectedRoutes((await readAllowed(host, '/proc/net/route')) ?? '');
  return missing.flatMap((address) => {
    const route = routes.find((candidate) => isIn(address, candidate));
    return route ? [{ interface: route.interface, address, netmask: route.netmask, family: 4 }] : [];
  });
}

/** A leaf `|-- 192.0.2.2` whose next line is `/32 host LOCAL` is an address of this machine. */
export function parseFibTrie(text: string): readonly string[] {
  const leaves = text.matchAll(/^\s*\|-- (\d+\.\d+\.\d+\.\d+)\n\s*\/32 host LOCAL$/gm);
  return [...new Set([...leaves].map(([, address = '']) => address))];
}

function isIn(address: string, { network, netmask }: ConnectedRoute): boolean {
  return subnet(address, netmask) === network;
}
