import type { SectionRow } from '../../model/catalogue.ts';
import { present } from '../../model/present.ts';
import { meaningful } from '../sources/meaningful.ts';
import { memoryMaker } from '../sources/memory-makers.ts';
import { text } from '../sources/values.ts';
import { fromReport } from './from-report.ts';
import { type Item, items, mebibytes } from './values.ts';

type Memory = SectionRow<'memories'>;

/** Memory modules of Intel Macs, empty slots too; with Apple's own processors it is all in one, on the chip. */
export const macosMemories = fromReport('macos/memories', 'memories', ['SPMemory'], (parts) =>
  parts('SPMemory').flatMap((part) => {
    const modules = items(part['_items']);
    if (modules.length === 0) return text(part['dimm_type']) ? [onChip(part)] : [];
    const correction = CORRECTIONS[text(part['global_ecc_state']) ?? ''];
    return modules.map((module, at) => moduleRow(module, at + 1, correction));
  }),
);

function onChip(part: Item): Memory {
  return present({
    slot: 1,
    description: 'On chip',
    capacity: mebibytes(part['SPMemoryDataType']),
    type: text(part['dimm_type']),
    manufacturer: text(part['dimm_manufacturer']),
    removable: false,
  });
}

function moduleRow(module: Item, slot: number, correction: string | undefined): Memory {
  const place = present({ slot, caption: text(module['_name']) });
  const capacity = mebibytes(module['dimm_size']);
  if (capacity === undefined) return place;
  return present({
    ...place,
    correction,
    capacity,
    type: known(module['dimm_type']),
    speed: /^\d+/.exec(text(module['dimm_speed']) ?? '')?.[0],
    manufacturer: memoryMaker(written(module['dimm_manufacturer'])),
    model: written(module['dimm_part_number']),
    serial: known(module['dimm_serial_number'])?.replace(/^0x/, ''),
  });
}

const CORRECTIONS: Readonly<Record<string, string>> = {
  ecc_disabled: 'None',
  ecc_enabled: 'Multi-bit ECC',
};

/** What a slot says of a module that does not tell. */
function known(value: unknown): string | undefined {
  const said = text(value);
  return said && !/^(?:empty|unknown|0x0*|-)$/i.test(said) ? said : undefined;
}

/** Part numbers come as the letters they are made of, in hex: `0x4D34` is `M4`. */
function written(value: unknown): string | undefined {
  const said = known(value);
  const [, hex = ''] = /^0x((?:[0-9a-f]{2}){3,})$/i.exec(said ?? '') ?? [];
  const letters = Buffer.from(hex, 'hex').toString('latin1');
  return /^[\x20-\x7e\0]+$/.test(letters) ? meaningful(letters) : said;
}
