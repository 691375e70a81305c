import type { SectionName, SectionRow } from '../../model/catalogue.ts';
import type { Collected, Collector } from '../collector.ts';
import { readSmbios, type SmbiosStructure } from '../sources/smbios.ts';

/** A collector of a section that only the SMBIOS table knows: without one, nobody can say what is in the machine. */
export function fromSmbios<N extends SectionName>(
  section: N,
  rowsOf: (structures: readonly SmbiosStructure[]) => readonly SectionRow<N>[],
): Collector<N> {
  return {
    name: `linux/${section}`,
    section,
    platforms: ['linux'],
    async collect(host): Promise<Collected<N>> {
      const structures = await readSmbios(host);
      return structures ? { rows: rowsOf(structures) } : { rows: [], missing: 'not-supported: no SMBIOS' };
    },
  };
}
