import type { SectionRow } from '../../model/catalogue.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { isLinkLocal, prefixMask, subnet } from '../sources/ip-address.ts';
import { meaningfulMac } from '../sources/meaningful.ts';
import { text, whole } from '../sources/values.ts';
import type { NetworkAdapter } from './asked/network.ts';
import { fromWindows } from './from-windows.ts';
import { texts, truth } from './values.ts';

type Network = SectionRow<'networks'>;
type Adapter = Partial<NetworkAdapter>;

/** Adapters that Windows shows in its list of connections, plugged in or not, one row an address. */
export const windowsNetworks: Collector<'networks'> = {
  ...fromWindows('networks', 'adapters', (adapters) => adapters.flatMap((adapter) => adapterRows(adapter, adapters))),
  name: 'windows/networks',
};

/** Gateway and name servers of the machine. */
export const windowsRoutes: Collector<'hardware'> = {
  ...fromWindows('hardware', 'adapters', (adapters) => {
    const dns = [...new Set(adapters.flatMap((adapter) => texts(adapter.dns)))];
    const gateway = adapters.flatMap((adapter) => texts(adapter.gateways)).find((address) => !address.includes(':'));
    return [present({ defaultGateway: gateway, dns: dns.length > 0 ? dns : undefined })];
  }),
  name: 'windows/routes',
};

function adapterRows(adapter: Adapter, all: readonly Adapter[]): readonly Network[] {
  const common = { ...commonRow(adapter), ...teamRow(adapter, all) };
  const masks = texts(adapter.masks);
  const passing = new Set(texts(adapter.passing));
  const rows = texts(adapter.addresses).flatMap((address, at) =>
    passing.has(address) ? [] : [{ ...common, ...addressRow(adapter, address, masks[at]) }],
  );
  return rows.length > 0 ? rows : [common];
}

const CONNECTED = 2;

function commonRow(adapter: Adapter): Network {
  const isUp = whole(adapter.status) === CONNECTED;
  const physical = truth(adapter.physical);
  return present({
    description: text(adapter.model) ?? text(adapter.name),
    model: text(adapter.model),
    manufacturer: text(adapter.manufacturer),
    mac: meaningfulMac(text(adapter.mac)),
    status: isUp ? 'Up' : 'Down',
    type: kindOf(adapter),
    speed: isUp ? speedText(whole(adapter.speed)) : undefined,
    duplex: isUp ? duplexText(truth(adapter.fullDuplex)) : undefined,
    mtu: whole(adapter.mtu),
    driver: text(adapter.driver),
    pnpDeviceId: text(adapter.pnp),
    virtual: physical === undefined ? undefined : !physical,
    vlanId: whole(adapter.vlan) || undefined,
  });
}

/** A team has the name of its first connection; each VLAN it carries has a connection of its own. */
function teamRow({ team, teamVlan, members }: Adapter, all: readonly Adapter[]): Network {
  const called = (name: string) => text(all.find((adapter) => text(adapter.name) === name)?.model) ?? name;
  const name = text(team);
  if (name === undefined) return {};
  const vlanId = whole(teamVlan) || undefined;
  if (vlanId !== undefined) return { type: 'vlan', vlanId, base: called(name) };
  return { type: 'aggregate', slaves: texts(members).map(called) };
}

const ETHERNET = 0;
const WIRELESS = 9;

/** Windows takes Wi-Fi and Bluetooth for Ethernet, unless it is asked for the physical medium: NDIS_PHYSICAL_MEDIUM. */
function kindOf({ type, medium }: Adapter): string | undefined {
  const physical = MEDIA[whole(medium) ?? 0];
  if (physical || type === WIRELESS) return physical ?? 'Wifi';
  return type === ETHERNET ? 'Ethernet' : undefined;
}

const MEDIA: Readonly<Record<number, string>> = { 1: 'Wifi', 8: 'Wwan', 9: 'Wifi', 10: 'Bluetooth' };

function addressRow({ gateways, dhcp }: Adapter, address: string, given: string | undefined): Network {
  const family = address.includes(':') ? 6 : 4;
  const mask = family === 6 && given ? prefixMask(Number(given), family) : given;
  const gateway = texts(gateways).find((one) => one.includes(':') === (family === 6));
  return present({
    ipAddress: address,
    ipMask: mask,
    ipSubnet: mask && subnet(address, mask),
    ipGateway: isLinkLocal(address) ? undefined : gateway,
    ipDhcp: family === 4 ? text(dhcp) : undefined,
  });
}

function speedText(bits: number | undefined): string | undefined {
  // Without a link Windows says 2^63 - 1.
  if (!bits || bits > 1e13) return undefined;
  const megabits = Math.round(bits / 1e6);
  return megabits >= 1000 ? `${megabits / 1000} Gb/s` : `${megabits} Mb/s`;
}

function duplexText(full: boolean | undefined): string | undefined {
  return full === undefined ? undefined : full ? 'Full' : 'Half';
}
