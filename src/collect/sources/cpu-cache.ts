import type { Host } from '../../model/host.ts';
import { attribute } from './text.ts';

/** Cache of one level of the given logical processors together, in KiB: one that several share counts once. */
export async function cacheKibibytes(host: Host, cpus: readonly number[], level: 2 | 3): Promise<number | undefined> {
  const seen = new Set<number>();
  let total = 0;
  for (const cpu of cpus) {
    if (seen.has(cpu)) continue;
    const cache = await cacheOf(host, cpu, level);
    for (const sharing of cache?.sharedBy ?? []) seen.add(sharing);
    total += cache?.size ?? 0;
  }
  return total || undefined;
}

interface Cache {
  readonly size: number;
  readonly sharedBy: readonly number[];
}

/** Its folder has the number of its level where data and instructions are apart in level 1, as they nearly always are. */
async function cacheOf(host: Host, cpu: number, level: number): Promise<Cache | undefined> {
  const folder = `/sys/devices/system/cpu/cpu${cpu}/cache/index${level}`;
  if ((await attribute(host, `${folder}/level`)) !== String(level)) return undefined;
  const [, size, unit] = /^(\d+)([KM])$/.exec((await attribute(host, `${folder}/size`)) ?? '') ?? [];
  const sharedBy = parseCpuList((await attribute(host, `${folder}/shared_cpu_list`)) ?? String(cpu));
  return size ? { size: Number(size) * (unit === 'M' ? 1024 : 1), sharedBy } : undefined;
}

const MAX_CPUS = 65_536;

/** The kernel's list format: `0-3,8`. */
export function parseCpuList(text: string): readonly number[] {
  return text.split(',').flatMap((range) => {
    const [, first = '', last = first] = /^(\d+)(?:-(\d+))?$/.exec(range) ?? [];
    const length = first === '' ? 0 : Math.min(Number(last) - Number(first) + 1, MAX_CPUS);
    return length > 0 ? Array.from({ length }, (_, at) => Number(first) + at) : [];
  });
}
