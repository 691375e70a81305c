/** /proc/meminfo: sizes in KiB by name. */
export function parseMeminfo(text: string): ReadonlyMap<string, number> {
  return new Map(
    [...text.matchAll(/^([\w()]+):\s+(\d+)(?: kB)?$/gm)].map(([, name = '', value]) => [name, Number(value)]),
  );
}
