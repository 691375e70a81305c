/** One logical processor of /proc/cpuinfo: names and values as the kernel writes them for this architecture. */
export type LogicalCpu = ReadonlyMap<string, string>;

export function parseCpuinfo(text: string): readonly LogicalCpu[] {
  return text
    .split('\n\n')
    .map((block) => new Map(block.split('\n').flatMap(pair)))
    .filter((cpu) => cpu.has('processor'));
}

function pair(line: string): [string, string][] {
  const colon = line.indexOf(':');
  return colon < 0 ? [] : [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()]];
}

export function hasFlag(cpu: LogicalCpu, flag: string): boolean {
  return (cpu.get('flags') ?? '').split(' ').includes(flag);
}
