import type { Host } from '../../model/host.ts';
import { exists } from './text.ts';

/** Names of the devices in a folder of /sys; none where the kernel has no such class, undefined without /sys. */
export async function devicesIn(host: Host, folder: string): Promise<readonly string[] | undefined> {
  const names = await host.list(folder);
  if (names) return [...names].sort();
  return (await exists(host, '/sys/class')) ? [] : undefined;
}
