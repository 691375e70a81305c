import type { SectionName, SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { askSystem, type DataType } from './system-report.ts';
import type { Item } from './values.ts';

/** A collector of what some data types of the system's report say. */
export function fromReport<N extends SectionName, T extends DataType>(
  name: string,
  section: N,
  types: readonly [T, ...T[]],
  rowsOf: (parts: (type: T) => readonly Item[], host: Host) => readonly SectionRow<N>[],
): Collector<N> {
  return {
    name,
    section,
    platforms: ['darwin'],
    async collect(host) {
      const report = await askSystem(host, types);
      if (!report) return undefined;
      // A part may say nothing that anybody asks for.
      const rows = rowsOf(report.parts, host).filter((row) => Object.keys(row).length > 0);
      return { rows, ...present({ missing: report.missing }) };
    },
  };
}
