import type { SectionRow } from '../../model/catalogue.ts';
import { compareTexts } from '../../model/order.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import type { ShownAddress, ShownInterface } from '../sources/ifconfig.ts';
import { subnet } from '../sources/ip-address.ts';
import { meaningfulMac } from '../sources/meaningful.ts';
import { askInterfaces } from './interfaces.ts';
import { type Service, servicesOf, type Wifi, wifiOf } from './network-services.ts';
import { askSystem } from './system-report.ts';

type Network = SectionRow<'networks'>;

/** Network interfaces, up or down, one row an address, with what their services and the radio tell. */
export const macosNetworks: Collector<'networks'> = {
  name: 'macos/networks',
  section: 'networks',
  platforms: ['darwin'],
  async collect(host) {
    const [interfaces, report] = await Promise.all([askInterfaces(host), askSystem(host, ['SPNetwork', 'SPAirPort'])]);
    if (!interfaces) return undefined;
    const services = servicesOf(report?.parts('SPNetwork') ?? []);
    const radios = wifiOf(report?.parts('SPAirPort') ?? []);
    const rows = interfaces.flatMap((found) => interfaceRows(found, { services, radios }));
    return { rows, ...present({ missing: report?.missing }) };
  },
};

interface Known {
  readonly services: readonly Service[];
  readonly radios: readonly Wifi[];
}

function interfaceRows(found: ShownInterface, { services, radios }: Known): readonly Network[] {
  const service = services.find((candidate) => candidate.interface === found.name);
  const common = commonRow(
    found,
    service,
    radios.find((candidate) => candidate.interface === found.name),
  );
  const addresses = found.addresses.toSorted((a, b) => compareTexts(family(a), family(b)));
  return addresses.length === 0 ? [common] : addresses.map((given) => ({ ...common, ...addressRow(given, service) }));
}

function family({ address }: ShownAddress): string {
  return address.includes(':') ? '6' : '4';
}

function commonRow(found: ShownInterface, service: Service | undefined, radio: Wifi | undefined): Network {
  const isVirtual = VIRTUAL.test(found.name);
  return present({
    description: found.name,
    model: radio?.model ?? (isVirtual ? undefined : service?.name),
    // The one that is printed on it: on Wi-Fi macOS may show another to every network.
    mac: meaningfulMac(service?.mac ?? found.mac),
    status: found.up ? 'Up' : 'Down',
    type: typeOf(found, service, radio),
    ...speedOf(found.media),
    mtu: found.mtu,
    virtual: isVirtual,
    base: found.parent,
    vlanId: found.vlan,
    slaves: found.members.length > 0 ? found.members : undefined,
    ssid: radio?.ssid,
    bssid: radio?.bssid,
    wifiVersion: radio?.version,
    wifiMode: radio?.mode,
    firmware: radio?.firmware,
  });
}

const VIRTUAL = /^(?:bridge|bond|vlan|utun|ipsec|ppp|feth|vmnet|vmenet)\d/;
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^bridge/, 'bridge'],
  [/^bond/, 'aggregate'],
  [/^vlan/, 'vlan'],
  [/^(?:utun|ipsec)/, 'tun'],
  [/^ppp/, 'dialup'],
  [/^en/, 'ethernet'],
];

function typeOf({ name }: ShownInterface, service: Service | undefined, radio: Wifi | undefined): string | undefined {
  if (radio || service?.hardware === 'AirPort') return 'Wifi';
  return KINDS.find(([pattern]) => pattern.test(name))?.[1];
}

/** `1000baseT <full-duplex>`, `2500Base-T`, `10Gbase-T`. */
function speedOf(media: string | undefined): Network {
  const [, digits, giga] = /^(\d+(?:\.\d+)?)(G)?base/i.exec(media ?? '') ?? [];
  if (!digits) return {};
  const megabits = Number(digits) * (giga ? 1000 : 1);
  return present({
    speed: megabits >= 1000 ? `${megabits / 1000} Gbps` : `${megabits} Mbps`,
    duplex: media?.includes('full-duplex') ? 'Full' : media?.includes('half-duplex') ? 'Half' : undefined,
  });
}

/** An IPv6 address stands in the same fields, in a row of its own: OCS protocol section 3.10. */
function addressRow({ address, netmask }: ShownAddress, service: Service | undefined): Network {
  const isIpv6 = address.includes(':');
  const isRouted = !/^(?:fe80:|169\.254\.)/.test(address);
  return present({
    ipAddress: address,
    ipMask: netmask,
    ipSubnet: subnet(address, netmask),
    ipGateway: isRouted ? (isIpv6 ? service?.gateway6 : service?.gateway) : undefined,
    ipDhcp: isRouted && !isIpv6 ? service?.dhcp : undefined,
  });
}
