import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { ask, known, knownText } from './functions.ts';
import { portablePlatformsAndMacos } from './platforms.ts';

/** Processors, one row a socket: all are taken for equal to the first. */
export const portableCpus: Collector<'cpus'> = {
  name: 'portable/cpus',
  section: 'cpus',
  platforms: portablePlatformsAndMacos,
  async collect(host) {
    const cpu = await ask(host, 'cpu');
    if (!cpu) return undefined;
    const sockets = known(cpu.processors) ?? 1;
    const logicalCpus = known(cpu.cores) && Math.round(cpu.cores / sockets);
    const gigahertz = known(cpu.speed);
    const row = present({
      type: [knownText(cpu.manufacturer), knownText(cpu.brand)].filter(Boolean).join(' '),
      manufacturer: knownText(cpu.manufacturer),
      speed: gigahertz && Math.round(gigahertz * 1000),
      cores: known(cpu.physicalCores) && Math.round(cpu.physicalCores / sockets),
      threads: logicalCpus,
      logicalCpus,
      sockets,
      socket: knownText(cpu.socket),
      arch: host.facts.machine,
      familyNumber: knownText(cpu.family),
      model: knownText(cpu.model),
      stepping: knownText(cpu.stepping),
    });
    return { rows: Array.from({ length: sockets }, () => row) };
  },
};
