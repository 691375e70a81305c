import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { armCore, armDesigner } from '../sources/arm-cores.ts';
import { cacheKibibytes } from '../sources/cpu-cache.ts';
import { nominalMegahertz } from '../sources/cpu-speed.ts';
import { type CpuSocket, cpuSockets } from '../sources/cpu-topology.ts';
import { hasFlag, type LogicalCpu, parseCpuinfo } from '../sources/cpuinfo.ts';
import { meaningful } from '../sources/meaningful.ts';
import { readSmbios } from '../sources/smbios.ts';
import { processorsOf, type SmbiosProcessor } from '../sources/smbios-processor.ts';
import { allowed, readText, wholeNumber } from '../sources/text.ts';

/** Processors, one row a socket: /proc/cpuinfo, and SMBIOS type 4 where it may be read. */
export const linuxCpus: Collector<'cpus'> = {
  name: 'linux/cpus',
  section: 'cpus',
  platforms: ['linux'],
  async collect(host) {
    const text = await readText(host, '/proc/cpuinfo');
    if (text === undefined) return undefined;
    const cpus = parseCpuinfo(text);
    if (cpus.length === 0) return { rows: [], missing: `not-supported: processors of ${host.facts.machine}` };
    const sockets = await cpuSockets(host, cpus);
    const firmware = processorsOf((await allowed(readSmbios(host))) ?? []);
    const rows = await Promise.all(sockets.map((socket, at) => cpuRow(host, socket, firmware[at] ?? {})));
    return { rows: rows.map((row) => ({ ...row, sockets: sockets.length })) };
  },
};

async function cpuRow(
  host: Host,
  { cpus, cores }: CpuSocket,
  firmware: Partial<SmbiosProcessor>,
): Promise<SectionRow<'cpus'>> {
  const first: LogicalCpu = cpus[0] ?? new Map();
  const numbers = cpus.flatMap((cpu) => wholeNumber(cpu.get('processor')) ?? []);
  const type = nameInCpuinfo(cpus) ?? firmware.name ?? coreNames(cpus) ?? meaningful(first.get('model name'));
  return present({
    type,
    manufacturer: manufacturer(first) ?? firmware.manufacturer,
    speed: await nominalMegahertz(host, first, type, firmware.speed),
    currentSpeed: Math.round(Number(first.get('cpu MHz'))) || undefined,
    cores,
    coreCount: firmware.cores,
    threads: cpus.length,
    logicalCpus: cpus.length,
    socket: firmware.socket,
    l2Cache: (await cacheKibibytes(host, numbers, 2))?.toString(),
    cache: levelThree(await cacheKibibytes(host, numbers, 3)),
    arch: host.facts.machine,
    dataWidth: /64|s390x/.test(host.facts.machine) || hasFlag(first, 'lm') ? 64 : 32,
    addressWidth: physicalBits(first),
    voltage: firmware.voltage?.toFixed(1).concat(' V'),
    externalClock: firmware.externalClock?.toString(),
    status: firmware.status,
    hyperthreading: cpus.length > cores ? 'yes' : 'no',
    cpuId: firmware.id,
    serial: firmware.serial,
    familyName: firmware.family,
    familyNumber: first.get('cpu family') ?? first.get('CPU architecture'),
    model: first.get('model') ?? first.get('CPU part'),
    stepping: first.get('stepping') ?? first.get('CPU revision'),
  });
}

/** On ARM the kernel only names the instruction set there, such as `ARMv7 Processor rev 3 (v7l)`. */
function nameInCpuinfo(cpus: readonly LogicalCpu[]): string | undefined {
  const [first] = cpus;
  const name = meaningful(first?.get('model name') ?? first?.get('cpu model') ?? first?.get('cpu'));
  return name && /^(?:ARMv|AArch64)/i.test(name) ? undefined : name;
}

/** The kinds of cores that a processor has: `Cortex-A72 + Cortex-A53`. */
function coreNames(cpus: readonly LogicalCpu[]): string | undefined {
  const names = new Set(cpus.flatMap((cpu) => armCore(cpu.get('CPU implementer'), cpu.get('CPU part')) ?? []));
  return [...names].sort().reverse().join(' + ') || undefined;
}

/** `GenuineIntel` → Intel, `AuthenticAMD` → AMD, `HygonGenuine` → Hygon. */
function manufacturer(cpu: LogicalCpu): string | undefined {
  const vendor = meaningful(cpu.get('vendor_id')?.replace(/Genuine|Authentic/, ''));
  return vendor ?? armDesigner(cpu.get('CPU implementer'));
}

/** `address sizes : 48 bits physical, 48 bits virtual`. */
function physicalBits(cpu: LogicalCpu): number | undefined {
  return wholeNumber(/^(\d+) bits physical/.exec(cpu.get('address sizes') ?? '')?.[1]);
}

function levelThree(kibibytes: number | undefined): string | undefined {
  return kibibytes === undefined ? undefined : `L3 ${kibibytes} KiB`;
}
