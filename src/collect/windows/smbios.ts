import type { SectionName, SectionRow } from '../../model/catalogue.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { biosRow } from '../linux/bios.ts';
import { memoryRows } from '../linux/memories.ts';
import { portRows } from '../linux/ports.ts';
import { slotRows } from '../linux/slots.ts';
import { parseSmbios, type SmbiosStructure, smbiosUuid } from '../sources/smbios.ts';
import { whole } from '../sources/values.ts';
import { fromWindows } from './from-windows.ts';

/** What the firmware says, read as on Linux: Windows keeps the same table in its registry, open to everyone. */
export const windowsBios = fromTable('bios', (structures) => [biosRow(structures)]);
export const windowsMemories = fromTable('memories', memoryRows);
export const windowsSlots = fromTable('slots', slotRows);
export const windowsPorts = fromTable('ports', portRows);
export const windowsUuid: Collector<'hardware'> = {
  ...fromTable('hardware', (structures, version) => [present({ uuid: smbiosUuid(structures, version) })]),
  name: 'windows/uuid',
};

function fromTable<N extends SectionName>(
  section: N,
  rowsOf: (structures: readonly SmbiosStructure[], version: number | undefined) => readonly SectionRow<N>[],
): Collector<N> {
  const collector = fromWindows(section, 'smbios', ([answer]) => {
    const bytes = Buffer.from(answer?.table ?? '', 'hex').subarray(answer?.header ?? 0);
    return bytes.length > 0 ? rowsOf(parseSmbios(bytes), whole(answer?.version)) : [];
  });
  return { ...collector, name: `windows/${section}` };
}
