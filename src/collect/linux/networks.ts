import type { SectionRow } from '../../model/catalogue.ts';
import type { Host, HostAddress } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { readDhcpServer } from '../sources/dhcp-leases.ts';
import { parseTemporaryAddresses, subnet } from '../sources/ip-address.ts';
import { meaningfulMac } from '../sources/meaningful.ts';
import { type NetworkInterface, readInterface } from '../sources/net-interface.ts';
import { type DefaultRoute, parseIpv6Routes, parseRoutes } from '../sources/routes.ts';
import { readAllowed } from '../sources/text.ts';

/** Network interfaces, up or down, one row an address. Loopback is none. */
export const linuxNetworks: Collector<'networks'> = {
  name: 'linux/networks',
  section: 'networks',
  platforms: ['linux'],
  async collect(host) {
    const interfaces = await host.list('/sys/class/net');
    if (interfaces === undefined) return undefined;
    const network = await readNetwork(host);
    const names = new Set([...interfaces, ...network.addresses.map(interfaceOf)]);
    const rows = await Promise.all([...names].sort().map((name) => interfaceRows(host, name, network)));
    return { rows: rows.flat() };
  },
};

/** What the whole machine knows of its network. */
interface Network {
  readonly addresses: readonly HostAddress[];
  readonly routes: readonly DefaultRoute[];
  readonly ipv6Routes: readonly DefaultRoute[];
}

async function readNetwork(host: Host): Promise<Network> {
  const temporary = parseTemporaryAddresses((await readAllowed(host, '/proc/net/if_inet6')) ?? '');
  const addresses = await host.addresses();
  return {
    addresses: addresses.filter(({ internal, address }) => !internal && !temporary.has(address)),
    routes: parseRoutes((await readAllowed(host, '/proc/net/route')) ?? ''),
    ipv6Routes: parseIpv6Routes((await readAllowed(host, '/proc/net/ipv6_route')) ?? ''),
  };
}

/** An address may carry a label, `eth0:1`. */
function interfaceOf(address: HostAddress): string {
  return address.interface.replace(/:.*$/, '');
}

async function interfaceRows(host: Host, name: string, network: Network): Promise<readonly SectionRow<'networks'>[]> {
  const found = await readInterface(host, name);
  if (found.loopback) return [];
  const addresses = network.addresses.filter((address) => interfaceOf(address) === name);
  const common = {
    ...interfaceRow(found, addresses[0]?.mac),
    ...present({ ipDhcp: await readDhcpServer(host, found) }),
  };
  if (addresses.length === 0) return [common];
  return addresses.map((address) => ({ ...common, ...addressRow(address, network) }));
}

function interfaceRow(found: NetworkInterface, mac: string | undefined): SectionRow<'networks'> {
  return present({
    description: found.name,
    mac: meaningfulMac(found.mac ?? mac),
    status: found.up ? 'Up' : 'Down',
    type: found.type,
    speed: speedText(found.megabits),
    duplex: found.megabits === undefined ? undefined : found.duplex,
    mtu: found.mtu,
    driver: found.driver,
    pciSlot: found.pciSlot,
    virtual: found.virtual,
    base: found.base,
    slaves: found.members,
  });
}

/** An IPv6 address stands in the same fields, in a row of its own: OCS protocol section 3.10. */
function addressRow(given: HostAddress, network: Network): SectionRow<'networks'> {
  const routes = given.family === 4 ? network.routes : network.ipv6Routes;
  const route = routes.find((candidate) => candidate.interface === interfaceOf(given));
  return present({
    ipAddress: given.address,
    ipMask: given.netmask,
    ipSubnet: subnet(given.address, given.netmask),
    ipGateway: isLinkLocal(given.address) ? undefined : route?.gateway,
  });
}

/** Never routed: the gateway serves the interface's other addresses. */
function isLinkLocal(address: string): boolean {
  return /^(?:fe80:|169\.254\.)/.test(address);
}

function speedText(megabits: number | undefined): string | undefined {
  if (megabits === undefined) return undefined;
  return megabits >= 1000 ? `${megabits / 1000} Gbps` : `${megabits} Mbps`;
}
