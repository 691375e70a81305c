import type { SectionRow } from '../../model/catalogue.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { subnet } from '../sources/ip-address.ts';
import { meaningfulMac } from '../sources/meaningful.ts';
import type { NetworkAdapter } from './answers.ts';
import { fromWindows } from './from-windows.ts';
import { text, texts, truth, whole } from './values.ts';

type Network = SectionRow<'networks'>;
type Adapter = Partial<NetworkAdapter>;

/** Adapters that Windows shows in its list of connections, plugged in or not, one row an address. */
export const windowsNetworks: Collector<'networks'> = {
  ...fromWindows('networks', 'adapters', (adapters) => adapters.flatMap(adapterRows)),
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

function adapterRows(adapter: Adapter): readonly Network[] {
  const common = commonRow(adapter);
  const masks = texts(adapter.masks);
  const addresses = texts(adapter.addresses);
  if (addresses.length === 0) return [common];
  return addresses.map((address, at) => ({ ...common, ...addressRow(adapter, address, masks[at]) }));
}

const CONNECTED = 2;
const WIFI_MEDIA = new Set([1, 9]);
const WIFI_ADAPTER = 9;

function commonRow(adapter: Adapter): Network {
  const isWifi = adapter.type === WIFI_ADAPTER || WIFI_MEDIA.has(whole(adapter.medium) ?? 0);
  const isUp = whole(adapter.status) === CONNECTED;
  const physical = truth(adapter.physical);
  return present({
    description: text(adapter.name) ?? text(adapter.model),
    model: text(adapter.model),
    manufacturer: text(adapter.manufacturer),
    mac: meaningfulMac(text(adapter.mac)),
    status: isUp ? 'Up' : 'Down',
    type: isWifi ? 'Wifi' : adapter.type === 0 ? 'Ethernet' : undefined,
    speed: isUp ? speedText(whole(adapter.speed)) : undefined,
    duplex: isUp ? duplexText(truth(adapter.fullDuplex)) : undefined,
    mtu: whole(adapter.mtu),
    driver: text(adapter.driver),
    pnpDeviceId: text(adapter.pnp),
    virtual: physical === undefined ? undefined : !physical,
    vlanId: whole(adapter.vlan) || undefined,
  });
}

function addressRow({ gateways, dhcp }: Adapter, address: string, mask: string | undefined): Network {
  const isIpv6 = address.includes(':');
  const gateway = texts(gateways).find((one) => one.includes(':') === isIpv6);
  if (isIpv6) return present({ ipAddress6: address, ipMask6: mask && ipv6Mask(Number(mask)), ipGateway: gateway });
  return present({
    ipAddress: address,
    ipMask: mask,
    ipSubnet: mask && subnet(address, mask),
    ipGateway: gateway,
    ipDhcp: text(dhcp),
  });
}

/** From the length of a prefix: 64 is `ffff:ffff:ffff:ffff::`. */
export function ipv6Mask(length: number): string | undefined {
  if (!Number.isInteger(length) || length < 0 || length > 128) return undefined;
  const groups = Array.from(
    { length: 8 },
    (_, at) => 0xffff & ~(0xffff >> Math.min(16, Math.max(0, length - at * 16))),
  );
  const shown = groups.slice(0, Math.ceil(length / 16)).map((group) => group.toString(16));
  return shown.length === 8 ? shown.join(':') : `${shown.join(':')}::`;
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
