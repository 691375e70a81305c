import { prefixMask } from './ip-address.ts';

/** An interface as ifconfig(8) of macOS and the BSDs shows it. */
export interface ShownInterface {
  readonly name: string;
  readonly up: boolean;
  readonly mtu: number | undefined;
  readonly mac: string | undefined;
  readonly addresses: readonly ShownAddress[];
  /** `1000baseT <full-duplex,flow-control>`, where a cable is plugged in. */
  readonly media: string | undefined;
  readonly vlan: number | undefined;
  /** Of a VLAN. */
  readonly parent: string | undefined;
  /** Of a bridge or an aggregate. */
  readonly members: readonly string[];
}

export interface ShownAddress {
  readonly address: string;
  readonly netmask: string;
}

/** Every interface starts its line at the margin: `en0: flags=8863<UP,BROADCAST,…> mtu 1500`. */
export function parseIfconfig(text: string): readonly ShownInterface[] {
  return text
    .split(/^(?=\S)/m)
    .map(interfaceOf)
    .filter((found) => found !== undefined);
}

function interfaceOf(block: string): ShownInterface | undefined {
  const [, name, flags = ''] = /^([^\s:]+): flags=\w+<([^>]*)>/.exec(block) ?? [];
  if (!name) return undefined;
  const value = (pattern: RegExp) => pattern.exec(block)?.[1];
  const status = value(/^\s+status: (.+)$/m);
  const isUp = flags.split(',').includes('UP');
  return {
    name,
    up: isUp && (status === undefined ? flags.includes('RUNNING') : status.trim() === 'active'),
    mtu: number(value(/\bmtu (\d+)/)),
    mac: value(/^\s+ether ([0-9a-f:]{17})/m),
    addresses: [...block.matchAll(ADDRESS)].flatMap(addressOf),
    media: value(/^\s+media: .*\(([^)]*)\)/m) ?? value(/^\s+media: (\d.*)$/m),
    vlan: number(value(/^\s+vlan: (\d+)/m)) || undefined,
    parent: value(/^\s+vlan: \d+ parent interface: (\w+)/m),
    members: [
      ...[...block.matchAll(/^\s+member: (\S+)/gm)].map(([, member = '']) => member),
      ...(value(/^\s+bond interfaces: (.+)$/m)
        ?.trim()
        .split(/\s+/) ?? []),
    ],
  };
}

const ADDRESS = /^\s+inet6? (\S+)(?: --> \S+)? (?:netmask (0x[0-9a-f]{8})|prefixlen (\d+))(.*)$/gm;

/** Privacy extensions make a temporary address up anew every day, so it says nothing of the machine. */
function addressOf([, shown = '', mask, prefix, rest = '']: RegExpExecArray): readonly ShownAddress[] {
  if (/\btemporary\b|\bdetached\b|\bduplicated\b/.test(rest)) return [];
  const address = shown.replace(/%.*$/, '');
  if (mask) return [{ address, netmask: maskText(mask) }];
  return [{ address, netmask: prefixMask(Number(prefix), 6) }];
}

/** `0xffffff00` is 255.255.255.0. */
function maskText(hex: string): string {
  return [...Buffer.from(hex.slice(2), 'hex')].join('.');
}

function number(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}
