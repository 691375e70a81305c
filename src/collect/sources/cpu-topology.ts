import type { Host } from '../../model/host.ts';
import type { LogicalCpu } from './cpuinfo.ts';
import { attribute, exists, wholeNumber } from './text.ts';

/** The logical processors of one socket that are switched on. */
export interface CpuSocket {
  readonly cpus: readonly LogicalCpu[];
  readonly cores: number;
}

/** x86 says in /proc/cpuinfo what lies where; the others in /sys/devices/system/cpu. */
export async function cpuSockets(host: Host, cpus: readonly LogicalCpu[]): Promise<readonly CpuSocket[]> {
  const places = cpus.some((cpu) => cpu.has('physical id')) ? cpus.map(named) : await placed(host, cpus);
  const sockets = [...new Set(places.map(({ socket }) => socket))];
  return sockets.map((socket) => {
    const inside = cpus.filter((_, at) => places[at]?.socket === socket);
    const cores = new Set(places.filter((place) => place.socket === socket).map(({ core }) => core));
    return { cpus: inside, cores: wholeNumber(inside[0]?.get('cpu cores')) ?? cores.size };
  });
}

interface Place {
  readonly socket: string;
  readonly core: string;
}

function named(cpu: LogicalCpu): Place {
  return { socket: cpu.get('physical id') ?? '0', core: cpu.get('core id') ?? cpu.get('processor') ?? '0' };
}

/** A core is the set of logical processors that share it. */
async function placed(host: Host, cpus: readonly LogicalCpu[]): Promise<readonly Place[]> {
  // Without ACPI there is one socket, but kernels before 5.19 call each cluster of its cores a package.
  const single = await exists(host, '/proc/device-tree');
  return Promise.all(
    cpus.map(async (cpu) => {
      const number = cpu.get('processor') ?? '0';
      const folder = `/sys/devices/system/cpu/cpu${number}/topology`;
      const socket = single ? undefined : await attribute(host, `${folder}/physical_package_id`);
      const core = (await attribute(host, `${folder}/thread_siblings_list`)) ?? number;
      return { socket: socket === undefined || socket === '-1' ? '0' : socket, core };
    }),
  );
}
