import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describe as describeSection, sectionNames } from '../../../src/model/catalogue.ts';
import type { RawElement } from '../../../src/model/descriptor.ts';
import { encodeSections, SectionDecoder } from '../../../src/wire/ocs/sections.ts';
import { parseXml, writeXml } from '../../../src/wire/xml.ts';
import { rowsOf } from '../arbitrary.ts';
import { inventoryOf, inventoryXml } from '../captures.ts';

function decodeSections(elements: readonly RawElement[]) {
  const decoder = new SectionDecoder();
  for (const element of elements) decoder.add(element);
  return decoder.finish();
}

describe.each(sectionNames)('the section %s', (name) => {
  it('comes back as it was sent', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf(name), async (rows) => {
        const document = writeXml({ name: 'CONTENT', children: encodeSections({ [name]: rows }) });
        const { root } = await parseXml(Buffer.from(document));
        expect(decodeSections(root.children ?? [])).toEqual({ sections: { [name]: rows }, extras: [] });
      }),
      { numRuns: 25 },
    );
  });

  it('is known under each of its names', () => {
    const { tag, aliases = [], fields } = describeSection(name);
    const [field] = Object.entries(fields).find(([, { type }]) => type === 'text' || type === 'integer') ?? [];
    if (field === undefined) throw new Error(`${name} has neither text nor number`);
    const value = fields[field]?.type === 'text' ? 'x' : 7;
    const child = { name: fields[field]?.tag ?? '', text: String(value) };
    for (const element of [tag, ...aliases]) {
      expect(decodeSections([{ name: element, children: [child] }]).sections).toEqual({ [name]: [{ [field]: value }] });
    }
  });
});

async function decoded(content: string) {
  const { sections, extras } = await inventoryOf(inventoryXml(content));
  return { sections, extras };
}

it('takes a field under its FusionInventory name too', async () => {
  const { sections } = await decoded('<CPUS><NAME>Xeon</NAME><CORE>4</CORE><ARCH>x86_64</ARCH></CPUS>');
  expect(sections.cpus).toEqual([{ type: 'Xeon', cores: 4, arch: 'x86_64' }]);
});

it('keeps what it does not know where it found it', async () => {
  const row = '<DRIVES><LETTER>C:</LETTER><COLOUR a="1"><DEEP>x</DEEP></COLOUR></DRIVES>';
  const { sections, extras } = await decoded(`${row}<FOOBAR><A>1</A></FOOBAR>`);
  const colour: RawElement = { name: 'COLOUR', attributes: { a: '1' }, children: [{ name: 'DEEP', text: 'x' }] };
  expect(sections.drives).toEqual([{ letter: 'C:', extras: [colour] }]);
  expect(extras).toEqual([{ name: 'FOOBAR', children: [{ name: 'A', text: '1' }] }]);
  expect(encodeSections(sections)).toEqual([{ name: 'DRIVES', children: [{ name: 'LETTER', text: 'C:' }, colour] }]);
});

it('keeps the text of a field that does not parse', async () => {
  const { sections } = await decoded('<HARDWARE><NAME>a</NAME><MEMORY>1000+24</MEMORY></HARDWARE>');
  expect(sections.hardware).toEqual([{ name: 'a', extras: [{ name: 'MEMORY', text: '1000+24' }] }]);
});

it('takes the first of a value that is given twice and keeps the others', async () => {
  const { sections } = await decoded('<HARDWARE><NAME>a</NAME><NAME>b</NAME><NAME>a</NAME></HARDWARE>');
  expect(sections.hardware).toEqual([
    {
      name: 'a',
      extras: [
        { name: 'NAME', text: 'b' },
        { name: 'NAME', text: 'a' },
      ],
    },
  ]);
});

it('merges a machine that is described twice, the first value first', async () => {
  const { sections } = await decoded(
    '<HARDWARE><NAME>a</NAME></HARDWARE><HARDWARE><NAME>b</NAME><MEMORY>512</MEMORY></HARDWARE>',
  );
  expect(sections.hardware).toEqual([{ name: 'a', memory: 512, extras: [{ name: 'NAME', text: 'b' }] }]);
});

it('reads a list from one joined text and from repeated elements', async () => {
  const joined = await decoded('<LOCAL_GROUPS><NAME>g</NAME><MEMBER>a,b, c</MEMBER></LOCAL_GROUPS>');
  const repeated = await decoded(
    '<LOCAL_GROUPS><NAME>g</NAME><MEMBER>a</MEMBER><MEMBER>b</MEMBER><MEMBER>c</MEMBER></LOCAL_GROUPS>',
  );
  expect(joined.sections.localgroups).toEqual([{ name: 'g', members: ['a', 'b', 'c'] }]);
  expect(repeated).toEqual(joined);
});

it('takes an empty element for nothing', async () => {
  const { sections, extras } = await decoded(
    '<BIOS></BIOS><DRIVES><LETTER/></DRIVES><FOO/><CPUS><TYPE> </TYPE></CPUS>',
  );
  expect({ sections, extras }).toEqual({ sections: {}, extras: [] });
});

it('reads attributes as the values they are for the OCS server', async () => {
  const { sections } = await decoded('<DRIVES LETTER="C:"><FREE>12.5</FREE></DRIVES>');
  expect(sections.drives).toEqual([{ letter: 'C:', free: 12.5 }]);
});

it('lifts the time zone out of the operating system', async () => {
  const { sections } = await decoded(
    '<OPERATINGSYSTEM><NAME>Debian</NAME><TIMEZONE><NAME>CET</NAME><OFFSET>+0100</OFFSET></TIMEZONE></OPERATINGSYSTEM>',
  );
  expect(sections).toEqual({ operatingsystem: [{ name: 'Debian' }], timezone: [{ name: 'CET', offset: '+0100' }] });
});

it('mends the disks of the OCS Windows agent and keeps the size it sent', async () => {
  const { sections } = await decoded(
    '<STORAGES><NAME>Samsung SSD</NAME><MODEL>\\\\.\\PHYSICALDRIVE0</MODEL><DISKSIZE>244198</DISKSIZE></STORAGES>',
  );
  const mended = {
    name: '\\\\.\\PHYSICALDRIVE0',
    model: 'Samsung SSD',
    diskSize: 256060,
    extras: [{ name: 'DISKSIZE', text: '244198' }],
  };
  expect(sections.storages).toEqual([mended]);
  expect(decodeSections(encodeSections(sections)).sections.storages).toEqual([mended]);
});

it('reads a number that came with its unit and keeps the text', async () => {
  const { sections } = await decoded('<BATTERIES><CAPACITY>43.7456 Wh</CAPACITY><VOLTAGE>8614</VOLTAGE></BATTERIES>');
  const battery = {
    designCapacity: 43746,
    designVoltage: 8614,
    extras: [{ name: 'CAPACITY', text: '43.7456 Wh' }],
  };
  expect(sections.batteries).toEqual([battery]);
  expect(decodeSections(encodeSections(sections)).sections.batteries).toEqual([battery]);
});

it('writes batteries in the units of the OCS dialect', () => {
  expect(encodeSections({ batteries: [{ designCapacity: 43746, designVoltage: 11100 }] })).toEqual([
    {
      name: 'BATTERIES',
      children: [
        { name: 'DESIGNCAPACITY', text: '43.746' },
        { name: 'DESIGNVOLTAGE', text: '11.1' },
      ],
    },
  ]);
});

it('takes __proto__ and constructor for the names of unknown elements', async () => {
  const { sections, extras } = await decoded(
    '<DRIVES><LETTER>C:</LETTER><__proto__>x</__proto__></DRIVES><__proto__><polluted>1</polluted></__proto__><constructor>y</constructor>',
  );
  expect(sections.drives).toEqual([{ letter: 'C:', extras: [{ name: '__proto__', text: 'x' }] }]);
  expect(extras.map(({ name }) => name)).toEqual(['__proto__', 'constructor']);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

it('refuses more rows of a section than any machine has', () => {
  const rows = Array.from({ length: 100_001 }, () => ({ name: 'SOFTWARES', children: [{ name: 'NAME', text: 'a' }] }));
  expect(decodeSections(rows.slice(1)).sections.softwares).toHaveLength(100_000);
  expect(() => decodeSections(rows)).toThrow(expect.objectContaining({ status: 413 }));
});
