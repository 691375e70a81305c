import type { Host } from '../../model/host.ts';
import { hasFlag, type LogicalCpu } from './cpuinfo.ts';
import { attributeNumber } from './text.ts';

/** The speed a processor is sold with, in MHz: in its name, in SMBIOS, or what the frequency driver knows. */
export async function nominalMegahertz(
  host: Host,
  cpu: LogicalCpu,
  name: string | undefined,
  firmware: number | undefined,
): Promise<number | undefined> {
  return speedInName(name) ?? firmware ?? (await driven(host, cpu)) ?? fixed(cpu);
}

/** Makers write it into the name: `Intel(R) Core(TM) i5-10500 CPU @ 3.10GHz`. */
function speedInName(name: string | undefined): number | undefined {
  const [, value, unit] = /([\d.]+)\s*([GM])Hz\b/i.exec(name ?? '') ?? [];
  return value ? Math.round(Number(value) * (unit?.toUpperCase() === 'G' ? 1000 : 1)) : undefined;
}

/** In kHz: the nominal speed if the driver tells it, else the highest. */
async function driven(host: Host, cpu: LogicalCpu): Promise<number | undefined> {
  const folder = `/sys/devices/system/cpu/cpu${cpu.get('processor') ?? 0}/cpufreq`;
  const kilohertz =
    (await attributeNumber(host, `${folder}/base_frequency`)) ??
    (await attributeNumber(host, `${folder}/cpuinfo_max_freq`));
  return kilohertz && Math.round(kilohertz / 1000);
}

/** In a virtual machine whose kernel cannot measure it, `cpu MHz` is the rate of the clock, which does not change. */
function fixed(cpu: LogicalCpu): number | undefined {
  const varies = !hasFlag(cpu, 'hypervisor') || hasFlag(cpu, 'aperfmperf');
  return varies ? undefined : Math.round(Number(cpu.get('cpu MHz'))) || undefined;
}
