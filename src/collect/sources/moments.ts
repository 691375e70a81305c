import type { Host } from '../../model/host.ts';
import { attribute, readAllowed } from './text.ts';

/** When the kernel started, in milliseconds since 1970: `btime` of /proc/stat, proc(5). */
export async function bootMoment(host: Host): Promise<number | undefined> {
  const [, seconds] = /^btime (\d+)$/m.exec((await readAllowed(host, '/proc/stat')) ?? '') ?? [];
  return seconds ? Number(seconds) * 1000 : undefined;
}

/** Seconds since then, /proc/uptime. */
export async function uptimeSeconds(host: Host): Promise<number | undefined> {
  const [, seconds] = /^(\d+)/.exec((await attribute(host, '/proc/uptime')) ?? '') ?? [];
  return seconds ? Number(seconds) : undefined;
}

/** Birth of the root file system, in milliseconds since 1970; an image that was copied file by file has none. */
export async function installMoment(host: Host): Promise<number | undefined> {
  return (await host.stat('/'))?.createdAt || undefined;
}
