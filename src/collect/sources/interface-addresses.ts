import type { Host } from '../../model/host.ts';
import { readUnpluggedAddresses } from './fib-trie.ts';
import { type Ipv6Address, parseIpv6Addresses, prefixMask } from './ip-address.ts';
import { readAllowed } from './text.ts';

/** An address of an interface, with its mask in the same form. */
export interface InterfaceAddress {
  /** Without the label it may carry, `eth0:1`. */
  readonly interface: string;
  readonly address: string;
  readonly netmask: string;
  readonly family: 4 | 6;
  readonly mac?: string;
}

/**
 * Every address of every interface that is switched on. The C library tells nothing of interfaces without a carrier, such
 * as the bridge of Docker while no container runs: the kernel's own lists do. The IPv4 one is long on a router, so it is
 * read only where there is such an interface.
 */
export async function readAddresses(host: Host, unplugged: boolean): Promise<readonly InterfaceAddress[]> {
  const ipv6 = parseIpv6Addresses((await readAllowed(host, '/proc/net/if_inet6')) ?? '');
  const told = (await host.addresses()).map(({ interface: label, address, netmask, family, mac }) => {
    return { interface: label.replace(/:.*$/, ''), address, netmask, family, mac };
  });
  const known = new Set(told.map(placeOf));
  const others = ipv6
    .filter(isUsable)
    .map(asAddress)
    .filter((address) => !known.has(placeOf(address)));
  const hidden = unplugged ? await readUnpluggedAddresses(host, new Set(told.map(({ address }) => address))) : [];
  const passing = new Set(ipv6.filter(({ temporary }) => temporary).map(({ address }) => address));
  return [...told, ...others, ...hidden].filter(({ address }) => !passing.has(address) && !isLoopback(address));
}

/** Link-local addresses are unique on an interface only. */
function placeOf(address: InterfaceAddress): string {
  return `${address.interface} ${address.address}`;
}

/** Another machine has the address of one that failed its duplicate check. */
function isUsable({ duplicate }: Ipv6Address): boolean {
  return !duplicate;
}

function asAddress({ interface: name, address, prefix }: Ipv6Address): InterfaceAddress {
  return { interface: name, address, netmask: prefixMask(prefix, 6), family: 6 };
}

/** Every machine has these. */
function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.');
}
