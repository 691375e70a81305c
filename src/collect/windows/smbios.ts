import type { SectionName, SectionRow } from '../../model/catalogue.ts';
import type { Collector } from '../collector.ts';
import { biosRow } from '../linux/bios.ts';
import { memoryRows } from '../linux/memories.ts';
import { portRows } from '../linux/ports.ts';
import { slotRows } from '../linux/slots.ts';
import { parseSmbios, type SmbiosStructure } from '../sources/smbios.ts';
import { fromWindows } from './from-windows.ts';

/** What the firmware says, read as on Linux: Windows keeps the same table in its registry, open to everyone. */
export const windowsBios = fromTable('bios', (structures) => [biosRow(structures)]);
export const windowsMemories = fromTable('memories', memoryRows);
export const windowsSlots = fromTable('slots', slotRows);
export const windowsPorts = fromTable('ports', portRows);

function fromTable<N extends SectionName>(
  section: N,
  rowsOf: (structures: readonly SmbiosStructure[]) => readonly SectionRow<N>[],
): Collector<N> {
  const collector = fromWindows(section, 'smbios', ([answer]) => {
    const bytes = Buffer.from(answer?.table ?? '', 'hex').subarray(answer?.header ?? 0);
    return bytes.length > 0 ? rowsOf(parseSmbios(bytes)) : [];
  });
  return { ...collector, name: `windows/${section}` };
}
