import type { SectionRow } from '../../model/catalogue.ts';
import { present } from '../../model/present.ts';
import type { SmbiosStructure } from '../sources/smbios.ts';
import { fromSmbios } from './from-smbios.ts';

/** Power supplies of servers: SMBIOS type 39. */
export const linuxPowerSupplies = fromSmbios('powersupplies', powerSupplyRows);

export function powerSupplyRows(structures: readonly SmbiosStructure[]): readonly SectionRow<'powersupplies'>[] {
  return structures.filter(({ type }) => type === 39).map(powerSupplyRow);
}

const UNKNOWN_POWER = 0x8000;
const HOT_REPLACEABLE = 0x01;
const PRESENT = 0x02;
const UNPLUGGED = 0x04;

function powerSupplyRow(supply: SmbiosStructure): SectionRow<'powersupplies'> {
  const watts = supply.word(0x0c);
  const state = supply.word(0x0e) ?? 0;
  return present({
    name: supply.text(0x06),
    manufacturer: supply.text(0x07),
    partNumber: supply.text(0x0a),
    serial: supply.text(0x08),
    powerMax: watts && watts !== UNKNOWN_POWER ? `${watts} W` : undefined,
    location: supply.text(0x05),
    status: state & PRESENT ? 'Present' : 'Not present',
    plugged: state & UNPLUGGED ? 'No' : 'Yes',
    hotReplaceable: state & HOT_REPLACEABLE ? 'Yes' : 'No',
  });
}
