import type { Host } from '../../model/host.ts';
import { readAllowed } from './text.ts';

/** What udev found out about a block device, by its `major:minor`: ID_SERIAL_SHORT, ID_FS_UUID … */
export async function readUdev(host: Host, device: string | undefined): Promise<ReadonlyMap<string, string>> {
  const text = device && (await readAllowed(host, `/run/udev/data/b${device}`));
  return parseUdev(text ?? '');
}

export function parseUdev(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(/^E:(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, unescaped(value)]));
}

function unescaped(value: string): string {
  return value.replace(/\\x([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))).trim();
}
