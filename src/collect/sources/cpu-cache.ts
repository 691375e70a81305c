import type { Host } from '../../model/host.ts';
import { attribute } from './text.ts';

/** Level 2 cache of the given logical processors together, in KiB: a cache that several share counts once. */
export async function levelTwoKibibytes(host: Host, cpus: readonly number[]): Promise<number | undefined> {
  const caches = await Promise.all(cpus.map((cpu) => levelTwo(host, cpu)));
  const sizes = new Map(caches.flatMap((cache) => (cache ? [cache] : [])));
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  return total || undefined;
}

/** The processors that share it, and its size. Index 2 is level 2 where data and instructions are apart in level 1. */
async function levelTwo(host: Host, cpu: number): Promise<readonly [sharedBy: string, size: number] | undefined> {
  const folder = `/sys/devices/system/cpu/cpu${cpu}/cache/index2`;
  if ((await attribute(host, `${folder}/level`)) !== '2') return undefined;
  const [, size, unit] = /^(\d+)([KM])$/.exec((await attribute(host, `${folder}/size`)) ?? '') ?? [];
  const sharedBy = (await attribute(host, `${folder}/shared_cpu_list`)) ?? String(cpu);
  return size ? [sharedBy, Number(size) * (unit === 'M' ? 1024 : 1)] : undefined;
}
