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

const TEMPORARY = 0x01;

/** /proc/net/if_inet6: addresses that privacy extensions make up anew every day, and so say nothing of the machine. */
export function parseTemporaryAddresses(text: string): ReadonlySet<string> {
  const lines = text.split('\n').map((line) => line.trim().split(/\s+/));
  const temporary = lines.filter(([, , , , flags = '']) => (Number.parseInt(flags, 16) & TEMPORARY) !== 0);
  return new Set(temporary.map(([address = '']) => ipv6Text(Buffer.from(address, 'hex'))));
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
