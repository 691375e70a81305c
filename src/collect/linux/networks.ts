import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { compareTexts } from '../../model/order.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { type DhcpLease, readDhcpLeases } from '../sources/dhcp-leases.ts';
import { type InterfaceAddress, readAddresses } from '../sources/interface-addresses.ts';
import { isLinkLocal, subnet } from '../sources/ip-address.ts';
import { meaningfulMac } from '../sources/meaningful.ts';
import { type NetworkInterface, readInterface } from '../sources/net-interface.ts';
import { type DefaultRoute, parseIpv6Routes, parseRoutes } from '../sources/routes.ts';
import { readAllowed } from '../sources/text.ts';
import { readVlans, vlanId } from '../sources/vlan.ts';
import { readWifi } from '../sources/wifi.ts';

/** Network interfaces, up or down, one row an address. Loopback only where it has an address that is not every machine's. */
export const linuxNetworks: Collector<'networks'> = {
  name: 'linux/networks',
  section: 'networks',
  platforms: ['linux'],
  async collect(host) {
    const interfaces = await host.list('/sys/class/net');
    if (interfaces === undefined) return undefined;
    const devices = interfaces.filter((name) => !NOT_DEVICES.has(name));
    const seen = await Promise.all(devices.map((name) => readInterface(host, name)));
    const network = await readNetwork(host, seen);
    const others = new Set(
      network.addresses.map((address) => address.interface).filter((name) => !devices.includes(name)),
    );
    const hidden = await Promise.all([...others].map((name) => readInterface(host, name)));
    const all = [...seen, ...hidden].sort((a, b) => compareTexts(a.name, b.name));
    return { rows: (await Promise.all(all.map((found) => interfaceRows(host, found, network)))).flat() };
  },
};

/** A file with which the bonding driver is told to make aggregates. */
const NOT_DEVICES: ReadonlySet<string> = new Set(['bonding_masters']);

/** What the whole machine knows of its network. */
interface Network {
  readonly addresses: readonly InterfaceAddress[];
  readonly routes: readonly DefaultRoute[];
  readonly ipv6Routes: readonly DefaultRoute[];
  readonly vlans: ReadonlyMap<string, number>;
}

async function readNetwork(host: Host, interfaces: readonly NetworkInterface[]): Promise<Network> {
  const unplugged = interfaces.some((found) => found.unplugged);
  return {
    addresses: await readAddresses(host, unplugged),
    routes: parseRoutes((await readAllowed(host, '/proc/net/route')) ?? ''),
    ipv6Routes: parseIpv6Routes((await readAllowed(host, '/proc/net/ipv6_route')) ?? ''),
    vlans: await readVlans(host),
  };
}

async function interfaceRows(
  host: Host,
  found: NetworkInterface,
  network: Network,
): Promise<readonly SectionRow<'networks'>[]> {
  const addresses = network.addresses.filter((address) => address.interface === found.name);
  const common = present({
    ...interfaceRow(found, addresses[0]?.mac),
    vlanId: vlanId(network.vlans, found),
    ...(found.type === 'Wifi' ? await readWifi(host, found) : {}),
  });
  if (addresses.length === 0) return found.type === 'loopback' ? [] : [common];
  const leases = await readDhcpLeases(host, found);
  return addresses.map((address) => ({ ...common, ...addressRow(address, network, leases) }));
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
    pciId: found.pciId,
    virtual: found.virtual,
    base: found.base,
    slaves: found.members,
    bondMode: found.bondMode,
  });
}

/** An IPv6 address stands in the same fields, in a row of its own: OCS protocol section 3.10. */
function addressRow(given: InterfaceAddress, network: Network, leases: readonly DhcpLease[]): SectionRow<'networks'> {
  const routes = given.family === 4 ? network.routes : network.ipv6Routes;
  const route = routes.find((candidate) => candidate.interface === given.interface);
  return present({
    ipAddress: given.address,
    ipMask: given.netmask,
    ipSubnet: subnet(given.address, given.netmask),
    ipGateway: isLinkLocal(given.address) ? undefined : route?.gateway,
    ipDhcp: leases.find(({ address }) => address === given.address)?.server,
  });
}

function speedText(megabits: number | undefined): string | undefined {
  if (megabits === undefined) return undefined;
  return megabits >= 1000 ? `${megabits / 1000} Gbps` : `${megabits} Mbps`;
}
