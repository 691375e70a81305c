import type { SectionName, SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import type { Collector } from '../collector.ts';
import { askWindows } from './powershell.ts';
import type { Answers } from './script.ts';

/** A collector of what one source of the script says. */
export function fromWindows<N extends SectionName, S extends keyof Answers>(
  section: N,
  source: S,
  rowsOf: (rows: readonly Partial<Answers[S]>[], host: Host) => readonly SectionRow<N>[],
): Collector<N> {
  return {
    name: `windows/${source}`,
    section,
    platforms: ['win32'],
    async collect(host) {
      const answer = await askWindows(host, source);
      if (!answer) return undefined;
      // Nothing follows from rows that were not read.
      if (answer.missing !== undefined) return { rows: [], missing: answer.missing };
      return { rows: rowsOf(answer.rows, host) };
    },
  };
}
