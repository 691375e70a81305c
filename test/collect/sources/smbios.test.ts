import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { biosRow } from '../../../src/collect/linux/bios.ts';
import { memoryRows } from '../../../src/collect/linux/memories.ts';
import { portRows } from '../../../src/collect/linux/ports.ts';
import { powerSupplyRows } from '../../../src/collect/linux/power-supplies.ts';
import { slotRows } from '../../../src/collect/linux/slots.ts';
import { meaningful } from '../../../src/collect/sources/meaningful.ts';
import { memoryMaker } from '../../../src/collect/sources/memory-makers.ts';
import { parseEntryPoint, parseSmbios, smbiosUuid } from '../../../src/collect/sources/smbios.ts';
import { smbiosBatteries } from '../../../src/collect/sources/smbios-battery.ts';
import { processorsOf } from '../../../src/collect/sources/smbios-processor.ts';
import { officePcTable } from '../machines.ts';
import { smbiosTable, word } from '../smbios-table.ts';

describe('the SMBIOS table', () => {
  it('tells firmware, system, board and chassis, without placeholders', () => {
    expect(biosRow(parseSmbios(officePcTable))).toEqual({
      manufacturer: 'Dell Inc.',
      model: 'OptiPlex 7090',
      serial: '5XK2Y63',
      sku: '0A52',
      type: 'Desktop',
      assetTag: 'INV-0042',
      boardManufacturer: 'Dell Inc.',
      boardModel: '0K240Y',
      boardSerial: '/5XK2Y63/CNWS2001/',
      firmwareManufacturer: 'Dell Inc.',
      firmwareVersion: '1.9.1',
      firmwareDate: '04/16/2021',
    });
  });

  it('reads the first three fields of the UUID from the small end', () => {
    expect(smbiosUuid(parseSmbios(officePcTable))).toBe('4C4C4544-0058-4B10-8032-B5C04F593633');
  });

  it('takes a UUID of zeros or ones for none', () => {
    const uuidOf = (byte: number) =>
      smbiosUuid(parseSmbios(smbiosTable([{ type: 1, length: 0x1b, bytes: { 8: Array<number>(16).fill(byte) } }])));
    expect([uuidOf(0), uuidOf(0xff)]).toEqual([undefined, undefined]);
  });

  it('gives a row to a module and to an empty slot, which holds nothing', () => {
    expect(memoryRows(parseSmbios(officePcTable))).toEqual([
      {
        slot: 1,
        caption: 'DIMM1',
        description: 'DIMM',
        correction: 'None',
        capacity: 8192,
        type: 'DDR4',
        speed: '2666',
        manufacturer: 'Hynix',
        model: 'HMA81GU6CJR8N-VK',
        serial: '83A1B2C3',
      },
      { slot: 2, caption: 'DIMM2', description: 'DIMM' },
    ]);
  });

  it('reads sizes in KiB, above 32 GiB and unknown', () => {
    const table = smbiosTable([
      { type: 17, length: 0x28, bytes: { 12: word(0x8000 | 2048) } },
      { type: 17, length: 0x28, bytes: { 12: word(0x7fff), 28: [0, 0, 1, 0] } },
      { type: 17, length: 0x28, bytes: { 12: word(0xffff) } },
    ]);
    expect(memoryRows(parseSmbios(table)).map(({ capacity }) => capacity)).toEqual([2, 65536, undefined]);
  });

  it('ends at a structure that claims to be shorter than its header, and at one that goes on past the end', () => {
    expect(parseSmbios(Buffer.from([1, 3, 0, 0, 0, 0]))).toEqual([]);
    expect(parseSmbios(Buffer.from([1, 255, 0, 0, 0, 0]))).toEqual([]);
    expect(parseSmbios(Buffer.alloc(65_536, 1)).length).toBeLessThan(2);
  });

  it('takes no small module for an empty slot', () => {
    const table = smbiosTable([{ type: 17, length: 0x28, bytes: { 12: word(0x8000 | 512) }, texts: { 23: 'Intel' } }]);
    expect(memoryRows(parseSmbios(table))).toEqual([{ slot: 1, manufacturer: 'Intel' }]);
  });

  it('calls a Lenovo by the name people know', () => {
    const table = smbiosTable([{ type: 1, length: 0x1b, texts: { 4: 'LENOVO', 5: '20L5CTO1WW', 6: 'ThinkPad T480' } }]);
    expect(biosRow(parseSmbios(table)).model).toBe('ThinkPad T480');
  });

  const readers = [
    biosRow,
    memoryRows,
    portRows,
    slotRows,
    powerSupplyRows,
    processorsOf,
    smbiosBatteries,
    smbiosUuid,
  ] as const;

  it('survives any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const structures = parseSmbios(bytes);
        for (const read of readers) read(structures);
        parseEntryPoint(bytes);
        expect(structures.length).toBeLessThanOrEqual(bytes.length / 4);
      }),
    );
  });

  it('survives a table that is cut anywhere', () => {
    for (let length = 0; length < officePcTable.length; length++) {
      const structures = parseSmbios(officePcTable.subarray(0, length));
      for (const read of readers) expect(() => read(structures)).not.toThrow();
    }
  });
});

describe('the maker of a memory module', () => {
  it.each([
    ['80CE000080CE', 'Samsung'],
    ['00AD00B300AD', 'SK hynix'],
    ['002C00B3002C', 'Micron'],
    ['0198', 'Kingston'],
    ['859B', 'Crucial'],
    ['0x029E', 'Corsair'],
    ['04CD000000000000', 'G.Skill'],
    ['0FFF', '0FFF'],
    ['Kingston', 'Kingston'],
    ['JEDEC ID:CE', 'JEDEC ID:CE'],
    [undefined, undefined],
  ])('%s is %s', (text, maker) => {
    expect(memoryMaker(text)).toBe(maker);
  });
});

describe('a firmware string', () => {
  it.each([
    'Not Specified',
    'To Be Filled By O.E.M.',
    'Default string',
    'None',
    'Unknown',
    '0',
    '  ',
    '........',
    'FFFFFFFF',
  ])('is absent where it says %j', (text) => {
    expect(meaningful(text)).toBeUndefined();
  });

  it('is trimmed, and its blanks are single', () => {
    expect(meaningful(' HMA81GU6   CJR8N ')).toBe('HMA81GU6 CJR8N');
  });
});
