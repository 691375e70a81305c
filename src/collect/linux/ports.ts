import type { SectionRow } from '../../model/catalogue.ts';
import { present } from '../../model/present.ts';
import { connectorType, portType } from '../sources/port-types.ts';
import type { SmbiosStructure } from '../sources/smbios.ts';
import { fromSmbios } from './from-smbios.ts';

/** Connectors on the board and at the back: SMBIOS type 8. */
export const linuxPorts = fromSmbios('ports', portRows);

export function portRows(structures: readonly SmbiosStructure[]): readonly SectionRow<'ports'>[] {
  return structures.filter(({ type }) => type === 8).map(portRow);
}

function portRow(port: SmbiosStructure): SectionRow<'ports'> {
  return present({
    name: port.text(0x04) ?? port.text(0x06),
    type: portType(port.byte(0x08)),
    caption: connectorType(port.byte(0x07)),
    description: connectorType(port.byte(0x05)),
  });
}
