import { ipv6Text, prefixLength } from './ip-address.ts';

/** A default route: the gateway of one interface. */
export interface DefaultRoute {
  readonly interface: string;
  readonly gateway: string;
  readonly metric: number;
}

/** /proc/net/route: addresses in hex, little-endian. Default routes, best first. */
export function parseRoutes(text: string): readonly DefaultRoute[] {
  return rowsOf(text)
    .filter(([, destination, gateway = '', , , , , mask]) => isZero(destination) && isZero(mask) && !isZero(gateway))
    .map(([name = '', , gateway = '', , , , metric]) => ({
      interface: name,
      gateway: ipv4FromLittleEndian(gateway),
      metric: Number(metric),
    }))
    .sort(byMetric);
}

/** /proc/net/ipv6_route: addresses in hex, metric in hex, the interface last. Default routes, best first. */
export function parseIpv6Routes(text: string): readonly DefaultRoute[] {
  return rowsOf(text)
    .filter(([destination, prefix, , , gateway]) => isZero(destination) && prefix === '00' && !isZero(gateway))
    .map(([, , , , gateway = '', metric = '', , , , name = '']) => ({
      interface: name,
      gateway: ipv6Text(Buffer.from(gateway, 'hex')),
      metric: Number.parseInt(metric, 16),
    }))
    .sort(byMetric);
}

/** The network an interface is in. */
export interface ConnectedRoute {
  readonly interface: string;
  readonly network: string;
  readonly netmask: string;
}

/** The routes of /proc/net/route that pass no gateway, the narrowest first. */
export function parseConnectedRoutes(text: string): readonly ConnectedRoute[] {
  return rowsOf(text)
    .filter(([, , gateway, , , , , mask = '']) => isZero(gateway) && /^[0-9A-F]{8}$/i.test(mask) && !isZero(mask))
    .map(([name = '', network = '', , , , , , mask = '']) => ({
      interface: name,
      network: ipv4FromLittleEndian(network),
      netmask: ipv4FromLittleEndian(mask),
    }))
    .sort((a, b) => prefixLength(b.netmask) - prefixLength(a.netmask));
}

function rowsOf(text: string): readonly (readonly string[])[] {
  return text.split('\n').map((line) => line.trim().split(/\s+/));
}

function isZero(hex: string | undefined): boolean {
  return hex === undefined || /^0*$/.test(hex);
}

function ipv4FromLittleEndian(hex: string): string {
  return [...Buffer.from(hex, 'hex')].reverse().join('.');
}

function byMetric(a: DefaultRoute, b: DefaultRoute): number {
  return a.metric - b.metric;
}
