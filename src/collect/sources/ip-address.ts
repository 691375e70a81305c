import { isIPv4 } from 'node:net';

/** Network part of an address, as text in the form of the address: RFC 5952 for IPv6. */
export function subnet(address: string, mask: string): string {
  const bytes = addressBytes(address);
  const maskBytes = addressBytes(mask);
  const network = Buffer.from(bytes.map((byte, at) => byte & (maskBytes[at] ?? 0)));
  return isIPv4(address) ? network.join('.') : ipv6Text(network);
}

/** Sixteen bytes as RFC 5952 says: lower case, no leading zeros, the longest run of zero groups as `::`. */
export function ipv6Text(bytes: Uint8Array): string {
  const groups = Array.from({ length: 8 }, (_, at) =>
    (((bytes[at * 2] ?? 0) << 8) | (bytes[at * 2 + 1] ?? 0)).toString(16),
  );
  const [start, length] = longestZeroRun(groups);
  if (length < 2) return groups.join(':');
  return `${groups.slice(0, start).join(':')}::${groups.slice(start + length).join(':')}`;
}

/** An IPv6 address of an interface, up or down: /proc/net/if_inet6. */
export interface Ipv6Address {
  readonly interface: string;
  readonly address: string;
  readonly prefix: number;
  /** Privacy extensions make it up anew every day, so it says nothing of the machine. */
  readonly temporary: boolean;
  /** Found on another machine too, and not used. */
  readonly duplicate: boolean;
}

// IFA_F_* of linux/if_addr.h.
const TEMPORARY = 0x01;
const DUPLICATE = 0x08;

/** Address, interface number, prefix, scope and flags in hex, then the name. */
export function parseIpv6Addresses(text: string): readonly Ipv6Address[] {
  return text.split('\n').flatMap((line) => {
    const [, hex, prefix = '', flagsHex = '', name] =
      /^([0-9a-f]{32}) [0-9a-f]+ ([0-9a-f]+) [0-9a-f]+ ([0-9a-f]+) +(\S+)$/.exec(line.trim()) ?? [];
    if (!hex || !name) return [];
    const flags = Number.parseInt(flagsHex, 16);
    const address = ipv6Text(Buffer.from(hex, 'hex'));
    const state = { temporary: (flags & TEMPORARY) !== 0, duplicate: (flags & DUPLICATE) !== 0 };
    return [{ interface: name, address, prefix: Number.parseInt(prefix, 16), ...state }];
  });
}

/** A prefix length as a mask in the form of an address: 64 is `ffff:ffff:ffff:ffff::`, 24 is `255.255.255.0`. */
export function prefixMask(prefix: number, family: 4 | 6): string {
  const length = family === 4 ? 4 : 16;
  const bytes = Uint8Array.from({ length }, (_, at) => 256 - 2 ** (8 - Math.min(8, Math.max(0, prefix - at * 8))));
  return family === 4 ? bytes.join('.') : ipv6Text(bytes);
}

/** Never routed: a gateway serves the other addresses of the interface. */
export function isLinkLocal(address: string): boolean {
  return /^(?:fe80:|169\.254\.)/i.test(address);
}

/** How many bits of a mask are set. */
export function prefixLength(mask: string): number {
  return [...addressBytes(mask)].reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
}

function addressBytes(address: string): Uint8Array {
  if (isIPv4(address)) return Uint8Array.from(address.split('.').map(Number));
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const front = groupsOf(head);
  const back = groupsOf(tail ?? '');
  const zeros = Array<number>(Math.max(0, 8 - front.length - back.length)).fill(0);
  return Uint8Array.from([...front, ...zeros, ...back].flatMap((group) => [group >> 8, group & 255]));
}

function groupsOf(text: string): readonly number[] {
  return text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
}

function longestZeroRun(groups: readonly string[]): readonly [start: number, length: number] {
  let best: readonly [number, number] = [0, 0];
  let start = 0;
  for (let at = 0; at <= groups.length; at++) {
    if (groups[at] === '0') continue;
    if (at - start > best[1]) best = [start, at - start];
    start = at + 1;
  }
  return best;
}
