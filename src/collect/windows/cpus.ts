import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { text, whole } from '../sources/values.ts';
import type { Processor } from './asked/hardware.ts';
import { fromWindows } from './from-windows.ts';

/** Processors, one row a socket. */
export const windowsCpus: Collector<'cpus'> = {
  ...fromWindows('cpus', 'processors', (processors, host) =>
    processors.map((processor) => ({ ...cpuRow(host, processor), sockets: processors.length })),
  ),
  name: 'windows/cpus',
};

function cpuRow({ facts }: Host, processor: Partial<Processor>): SectionRow<'cpus'> {
  const [, familyNumber, model, stepping] = NUMBERS.exec(text(processor.Description) ?? '') ?? [];
  const threads = whole(processor.NumberOfLogicalProcessors);
  const cores = whole(processor.NumberOfCores);
  const levelThree = whole(processor.L3CacheSize);
  return present({
    type: text(processor.Name),
    manufacturer: text(processor.Manufacturer)?.replace(/Genuine|Authentic/, ''),
    speed: whole(processor.MaxClockSpeed),
    currentSpeed: whole(processor.CurrentClockSpeed),
    cores,
    threads,
    logicalCpus: threads,
    socket: text(processor.SocketDesignation),
    l2Cache: (whole(processor.L2CacheSize) || undefined)?.toString(),
    cache: levelThree ? `L3 ${levelThree} KiB` : undefined,
    arch: facts.machine,
    dataWidth: whole(processor.DataWidth),
    addressWidth: whole(processor.AddressWidth),
    hyperthreading: cores && threads ? (threads > cores ? 'yes' : 'no') : undefined,
    familyNumber,
    model,
    stepping,
  });
}

/** The same in every language. */
const NUMBERS = /Family (\w+) Model (\w+) (?:Stepping|Revision) (\w+)/;
