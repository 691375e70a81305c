import type { Host } from '../../model/host.ts';
import type { NetworkInterface } from './net-interface.ts';
import { readAllowed, wholeNumber } from './text.ts';

/** VLAN numbers by interface, /proc/net/vlan/config: `eth0.20 | 20 | eth0`. Root alone may read it. */
export async function readVlans(host: Host): Promise<ReadonlyMap<string, number>> {
  const lines = ((await readAllowed(host, '/proc/net/vlan/config')) ?? '').split('\n');
  const cells = lines.map((line) => line.split('|').map((cell) => cell.trim()));
  return new Map(
    cells.flatMap(([name = '', id]) => {
      const number = wholeNumber(id);
      return number === undefined ? [] : [[name, number] as const];
    }),
  );
}

/** Where the list may not be read, the name that the kernel and all its tools give by default: `<parent>.<number>`. */
export function vlanId(vlans: ReadonlyMap<string, number>, found: NetworkInterface): number | undefined {
  if (found.type !== 'vlan') return undefined;
  const prefix = `${found.base}.`;
  return (
    vlans.get(found.name) ?? (found.name.startsWith(prefix) ? wholeNumber(found.name.slice(prefix.length)) : undefined)
  );
}
