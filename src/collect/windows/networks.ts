import type { SectionRow } from '../../model/catalogue.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { isLinkLocal, prefixMask, subnet } from '../sources/ip-address.ts';
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
  const members = texts(adapter.members);
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
    vlanId: whole(adapter.teamVlan) || whole(adapter.vlan) || undefined,
    slaves: members.length > 0 ? members : undefined,
  });
}

const ETHERNET = 0;
const WIRELESS = 9;

/** Windows takes Wi-Fi and Bluetooth for Ethernet, unless it is asked for the physical medium: NDIS_PHYSICAL_MEDIUM. */
function kindOf({ type, medium, members }: Adapter): string | undefined {
  if (texts(members).length > 0) return 'aggregate';
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
