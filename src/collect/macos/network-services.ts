import { text } from '../sources/values.ts';
import { type Item, item, items, texts } from './values.ts';

/** A network service of macOS: what the settings call a connection, on its interface. */
export interface Service {
  /** In the language of who set it up: `Wi-Fi`, `Ethernet`. */
  readonly name: string | undefined;
  readonly interface: string | undefined;
  readonly hardware: string | undefined;
  readonly mac: string | undefined;
  readonly gateway: string | undefined;
  readonly gateway6: string | undefined;
  readonly dhcp: string | undefined;
  readonly dns: readonly string[];
  readonly domain: string | undefined;
}

/** SPNetworkDataType, in the order in which macOS prefers them. */
export function servicesOf(services: readonly Item[]): readonly Service[] {
  return services.map((service) => {
    const dns = item(service['DNS']);
    return {
      name: text(service['_name']),
      interface: text(service['interface']),
      hardware: text(service['hardware']),
      mac: text(item(service['Ethernet'])['MAC Address']),
      gateway: text(item(service['IPv4'])['Router']),
      gateway6: text(item(service['IPv6'])['Router'])?.replace(/%.*$/, ''),
      dhcp: text(item(service['dhcp'])['dhcp_server_identifier']),
      dns: texts(dns['ServerAddresses']),
      domain: text(dns['DomainName']),
    };
  });
}

/** A Wi-Fi interface, and the network it is in. */
export interface Wifi {
  readonly interface: string | undefined;
  readonly model: string | undefined;
  readonly firmware: string | undefined;
  readonly ssid: string | undefined;
  readonly bssid: string | undefined;
  readonly version: string | undefined;
  readonly mode: string | undefined;
}

export function wifiOf(airports: readonly Item[]): readonly Wifi[] {
  const radios = airports.flatMap((airport) => items(airport['spairport_airport_interfaces']));
  return radios.filter((radio) => radio['spairport_wireless_card_type'] !== undefined).map(radioOf);
}

function radioOf(radio: Item): Wifi {
  const isConnected = radio['spairport_status_information'] === 'spairport_status_connected';
  const network = isConnected ? item(radio['spairport_current_network_information']) : {};
  return {
    interface: text(radio['_name']),
    model: text(radio['spairport_wireless_card_type']),
    firmware: text(radio['spairport_wireless_firmware_version']),
    ssid: told(network['_name']),
    bssid: told(network['spairport_network_bssid'])?.toLowerCase(),
    version: text(network['spairport_network_phymode']),
    mode: MODES[text(network['spairport_network_type']) ?? ''],
  };
}

const MODES: Readonly<Record<string, string>> = {
  spairport_network_type_station: 'Managed',
  spairport_network_type_ibss: 'Ad-Hoc',
};

/** Since macOS 14.4 only programs that may see where the machine is are told the network: others read `<redacted>`. */
function told(value: unknown): string | undefined {
  const said = text(value);
  return said?.startsWith('<redacted') ? undefined : said;
}
