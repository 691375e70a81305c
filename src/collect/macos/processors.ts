import { present } from '../../model/present.ts';
import { text, whole } from '../sources/values.ts';
import { fromReport } from './from-report.ts';

/**
 * Apple's own processors: `Apple M2`, and as `proc 8:4:4` how many cores, of which so many fast and so many thrifty ones.
 * Their speed is not told. Of Intel's, systeminformation knows more.
 */
export const macosCpus = fromReport('macos/cpus', 'cpus', ['SPHardware'], (parts, host) =>
  parts('SPHardware').flatMap((machine) => {
    const type = text(machine['chip_type']);
    const cores = whole(/^proc (\d+)/.exec(text(machine['number_processors']) ?? '')?.[1]);
    const arch = host.facts.machine;
    return type
      ? [present({ type, manufacturer: 'Apple', cores, threads: cores, logicalCpus: cores, sockets: 1, arch })]
      : [];
  }),
);
