import { ipv6Text } from './ip-address.ts';

/** A socket on which somebody waits. */
export interface ListeningSocket {
  readonly address: string;
  readonly port: number;
  /** What the links in /proc/PID/fd call it. */
  readonly inode: string;
}

// include/net/tcp_states.h: TCP_LISTEN; a UDP socket that is bound and not connected is in TCP_CLOSE.
const WAITING = new Set(['0A', '07']);

/** /proc/net/tcp, tcp6, udp and udp6: number, local and remote address, state, …, inode as the tenth word. */
export function parseListening(text: string): readonly ListeningSocket[] {
  return text.split('\n').flatMap((line) => {
    const words = line.trim().split(/\s+/);
    const [address, port] = words[1]?.split(':') ?? [];
    const inode = words[9];
    if (!address || !port || !inode || !WAITING.has(words[3] ?? '')) return [];
    return [{ address: addressText(address), port: Number.parseInt(port, 16), inode }];
  });
}

/** Words of four bytes, each the wrong way round on the machines that Linux runs on most. */
function addressText(hex: string): string {
  const words = hex.match(/.{8}/g) ?? [];
  const bytes = words.flatMap((word) => [...Buffer.from(word, 'hex')].toReversed());
  return bytes.length === 4 ? bytes.join('.') : ipv6Text(Uint8Array.from(bytes));
}
