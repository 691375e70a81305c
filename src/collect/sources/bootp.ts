import type { DhcpLease } from './dhcp-leases.ts';

const YOUR_ADDRESS = 16;
const COOKIE = 236;
const MAGIC = 0x63825363;
const PAD = 0;
const SERVER_IDENTIFIER = 54;
const END = 255;

/** A DHCP packet, RFC 2131 figure 1: the address it gives, and option 54 of RFC 2132. Undefined for anything else. */
export function parseBootp(packet: Buffer): DhcpLease | undefined {
  if (packet.length < COOKIE + 4 || packet.readUInt32BE(COOKIE) !== MAGIC) return undefined;
  const address = packet.subarray(YOUR_ADDRESS, YOUR_ADDRESS + 4).join('.');
  const server = option(packet.subarray(COOKIE + 4), SERVER_IDENTIFIER);
  return server?.length === 4 ? { address, server: server.join('.') } : undefined;
}

function option(options: Buffer, wanted: number): Buffer | undefined {
  let at = 0;
  while (at < options.length && options[at] !== END) {
    const code = options[at++];
    if (code === PAD) continue;
    const length = options[at++] ?? 0;
    if (code === wanted) return options.subarray(at, at + length);
    at += length;
  }
  return undefined;
}
