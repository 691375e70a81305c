import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { levelTwoKibibytes } from '../sources/cpu-cache.ts';
import { type LogicalCpu, parseCpuinfo } from '../sources/cpuinfo.ts';
import { meaningful } from '../sources/meaningful.ts';
import { readSmbios, type SmbiosStructure } from '../sources/smbios.ts';
import { allowed, attributeNumber, readText, wholeNumber } from '../sources/text.ts';

/** Processors, one row a socket: /proc/cpuinfo, and SMBIOS type 4 where it may be read. */
export const linuxCpus: Collector<'cpus'> = {
  name: 'linux/cpus',
  section: 'cpus',
  platforms: ['linux'],
  async collect(host) {
    const text = await readText(host, '/proc/cpuinfo');
    if (text === undefined) return undefined;
    const sockets = bySocket(parseCpuinfo(text));
    const structures = (await allowed(readSmbios(host))) ?? [];
    const packages = structures.filter((structure) => structure.type === 4 && isPopulated(structure));
    const rows = await Promise.all(sockets.map((cpus, at) => cpuRow(host, cpus, packages[at], sockets.length)));
    return { rows };
  },
};

function bySocket(cpus: readonly LogicalCpu[]): readonly (readonly LogicalCpu[])[] {
  const sockets = [...new Set(cpus.map(socketId))];
  return sockets.map((socket) => cpus.filter((cpu) => socketId(cpu) === socket));
}

function socketId(cpu: LogicalCpu): string {
  return cpu.get('physical id') ?? '0';
}

/** SMBIOS type 4, offset 18h: bit 6 is set where a processor is in the socket. */
function isPopulated(structure: SmbiosStructure): boolean {
  return ((structure.byte(0x18) ?? 0) & 0x40) !== 0;
}

async function cpuRow(
  host: Host,
  cpus: readonly LogicalCpu[],
  smbios: SmbiosStructure | undefined,
  sockets: number,
): Promise<SectionRow<'cpus'>> {
  const first: LogicalCpu = cpus[0] ?? new Map();
  const type = meaningful(first.get('model name') ?? first.get('cpu model') ?? first.get('cpu')) ?? smbios?.text(0x10);
  const cache = await levelTwoKibibytes(
    host,
    cpus.flatMap((cpu) => wholeNumber(cpu.get('processor')) ?? []),
  );
  return present({
    type,
    manufacturer: manufacturer(first.get('vendor_id')) ?? smbios?.text(0x07),
    speed: speedInName(type) ?? nominalSpeed(smbios) ?? (await frequency(host, first)),
    currentSpeed: megahertz(first.get('cpu MHz')),
    cores: coreCount(cpus),
    threads: cpus.length,
    logicalCpus: cpus.length,
    sockets,
    socket: smbios?.text(0x04),
    l2Cache: cache?.toString(),
    arch: host.facts.machine,
    dataWidth: /64|s390x/.test(host.facts.machine) || flags(first).includes('lm') ? 64 : 32,
    serial: smbios?.text(0x20),
    familyNumber: first.get('cpu family'),
    model: first.get('model'),
    stepping: first.get('stepping'),
  });
}

/** `GenuineIntel` → Intel, `AuthenticAMD` → AMD, `HygonGenuine` → Hygon. */
function manufacturer(vendor: string | undefined): string | undefined {
  return meaningful(vendor?.replace(/Genuine|Authentic/, ''));
}

/** Makers write the nominal speed into the name: `Intel(R) Core(TM) i5-10500 CPU @ 3.10GHz`. */
function speedInName(name: string | undefined): number | undefined {
  const [, value, unit] = /([\d.]+)\s*([GM])Hz\b/i.exec(name ?? '') ?? [];
  return value ? Math.round(Number(value) * (unit?.toUpperCase() === 'G' ? 1000 : 1)) : undefined;
}

/** Type 4: the speed at start (offset 16h) is the nominal one; the maximum (14h) is the socket's on many boards. */
function nominalSpeed(smbios: SmbiosStructure | undefined): number | undefined {
  return smbios?.word(0x16) || smbios?.word(0x14) || undefined;
}

/** What the frequency driver knows, in kHz: the nominal speed if it tells it, else the highest. */
async function frequency(host: Host, cpu: LogicalCpu): Promise<number | undefined> {
  const folder = `/sys/devices/system/cpu/cpu${cpu.get('processor') ?? 0}/cpufreq`;
  const kilohertz =
    (await attributeNumber(host, `${folder}/base_frequency`)) ??
    (await attributeNumber(host, `${folder}/cpuinfo_max_freq`));
  return kilohertz && Math.round(kilohertz / 1000);
}

function megahertz(text: string | undefined): number | undefined {
  const value = Math.round(Number(text));
  return value > 0 ? value : undefined;
}

/** `cpu cores` where the kernel counts them, else the different cores it names, else one a logical processor. */
function coreCount(cpus: readonly LogicalCpu[]): number {
  const ids = new Set(cpus.flatMap((cpu) => cpu.get('core id') ?? []));
  return wholeNumber(cpus[0]?.get('cpu cores')) ?? (ids.size || cpus.length);
}

function flags(cpu: LogicalCpu): readonly string[] {
  return (cpu.get('flags') ?? '').split(' ');
}
