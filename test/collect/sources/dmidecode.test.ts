import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { biosRow } from '../../../src/collect/linux/bios.ts';
import { memoryRows } from '../../../src/collect/linux/memories.ts';
import { portRows } from '../../../src/collect/linux/ports.ts';
import { powerSupplyRows } from '../../../src/collect/linux/power-supplies.ts';
import { slotRows } from '../../../src/collect/linux/slots.ts';
import { meaningful as realMeaningful } from '../../../src/collect/sources/meaningful.ts';
import { parseEntryPoint, parseSmbios, type SmbiosStructure, smbiosUuid } from '../../../src/collect/sources/smbios.ts';
import { smbiosBatteries } from '../../../src/collect/sources/smbios-battery.ts';
import { processorsOf } from '../../../src/collect/sources/smbios-processor.ts';
import { dumpOf, type SmbiosMachine, smbiosMachines } from '../smbios-machines.ts';

const program = '/usr/sbin/dmidecode';

/** A field of ours, the name dmidecode has for it, and what its text means where that is not the text itself. */
type Agreement = readonly [field: string, name: string, meaning?: (text: string) => unknown];

interface Subject {
  readonly type: number;
  readonly rows: (structures: readonly SmbiosStructure[]) => readonly object[];
  readonly fields: readonly Agreement[];
  /** Which of dmidecode's structures have a row. */
  readonly counted?: (printed: ReadonlyMap<string, string>) => boolean;
}

const number = (text: string) => Number.parseFloat(text) || undefined;
const digits = (text: string) => /^\d+/.exec(text)?.[0];

const subjects: Readonly<Record<string, Subject>> = {
  firmware: {
    type: 0,
    rows: (structures) => [biosRow(structures)],
    fields: [
      ['firmwareManufacturer', 'Vendor'],
      ['firmwareVersion', 'Version'],
      ['firmwareDate', 'Release Date'],
    ],
  },
  system: {
    type: 1,
    rows: (structures) => [biosRow(structures)],
    fields: [
      ['manufacturer', 'Manufacturer'],
      ['serial', 'Serial Number'],
      ['sku', 'SKU Number'],
    ],
  },
  board: {
    type: 2,
    rows: (structures) => [biosRow(structures)],
    counted: (printed) => (printed.get('Type') ?? 'Motherboard') !== 'Processor+I/O Module',
    fields: [
      ['boardManufacturer', 'Manufacturer'],
      ['boardModel', 'Product Name'],
      ['boardSerial', 'Serial Number'],
    ],
  },
  chassis: {
    type: 3,
    rows: (structures) => [biosRow(structures)],
    fields: [
      ['type', 'Type'],
      ['enclosureSerial', 'Serial Number'],
      ['assetTag', 'Asset Tag'],
    ],
  },
  processors: {
    type: 4,
    rows: processorsOf,
    counted: (printed) => printed.get('Status')?.startsWith('Populated') === true,
    fields: [
      ['socket', 'Socket Designation'],
      ['manufacturer', 'Manufacturer'],
      ['name', 'Version'],
      ['speed', 'Current Speed', number],
      ['externalClock', 'External Clock', number],
      ['voltage', 'Voltage', number],
      ['status', 'Status', (text) => text.replace('Populated, ', '')],
      ['serial', 'Serial Number'],
      ['id', 'ID', (text) => (/^[0 ]+$/.test(text) ? undefined : text)],
      ['cores', 'Core Count', number],
      ['threads', 'Thread Count', number],
    ],
  },
  ports: {
    type: 8,
    rows: portRows,
    fields: [
      ['type', 'Port Type'],
      ['caption', 'External Connector Type'],
      ['description', 'Internal Connector Type'],
    ],
  },
  slots: {
    type: 9,
    rows: slotRows,
    fields: [
      ['name', 'Designation'],
      // The width stands before the kind of slot, and for PCI Express behind it as well.
      [
        'description',
        'Type',
        (text) => text.replace(/ x\d+$| ?(?:Unknown|Other|<OUT OF SPEC>)$/, '').trim() || undefined,
      ],
      ['status', 'Current Usage'],
      ['designation', 'ID', (text) => /\d+$/.exec(text)?.[0]],
    ],
  },
  memories: {
    type: 17,
    rows: memoryRows,
    fields: [
      ['caption', 'Locator'],
      ['capacity', 'Size', mebibytes],
      ['description', 'Form Factor'],
      ['type', 'Type'],
      ['speed', 'Speed', digits],
      ['manufacturer', 'Manufacturer'],
      ['serial', 'Serial Number'],
      ['model', 'Part Number'],
    ],
  },
  batteries: {
    type: 22,
    rows: smbiosBatteries,
    fields: [
      ['name', 'Name'],
      ['manufacturer', 'Manufacturer'],
      ['location', 'Location'],
      ['chemistry', 'Chemistry'],
      ['designCapacity', 'Design Capacity', number],
      ['designVoltage', 'Design Voltage', number],
      ['sbdsVersion', 'SBDS Version'],
    ],
  },
  powerSupplies: {
    type: 39,
    rows: powerSupplyRows,
    fields: [
      ['name', 'Name'],
      ['manufacturer', 'Manufacturer'],
      ['location', 'Location'],
      ['serial', 'Serial Number'],
      ['partNumber', 'Model Part Number'],
      ['powerMax', 'Max Power Capacity'],
      ['status', 'Status', (text) => /^(?:Not present|Present)/i.exec(text)?.[0]],
      ['plugged', 'Plugged'],
      ['hotReplaceable', 'Hot Replaceable'],
    ],
  },
};

function mebibytes(text: string): number | undefined {
  const [, value, unit = ''] = /^(\d+) (kB|MB|GB|TB)$/.exec(text) ?? [];
  return value ? Number(value) * ({ kB: 1 / 1024, MB: 1, GB: 1024, TB: 1024 * 1024 }[unit] ?? 0) : undefined;
}

describe.skipIf(!existsSync(program)).each(smbiosMachines)('$name, as dmidecode reads it', (machine) => {
  const printed = dmidecode(machine);
  const structures = parseSmbios(dumpOf(machine).subarray(32));

  it.each(Object.entries(subjects))('%s', (_, { type, rows, fields, counted = () => true }) => {
    const theirs = printed
      .filter((structure) => structure.type === type)
      .map(({ values }) => values)
      .filter(counted);
    const ours = theirs.length > 0 ? rows(structures) : [];
    expect(ours).toHaveLength(theirs.length);
    for (const [at, values] of theirs.entries()) {
      const told = fields.filter(([, name]) => isTold(values, name));
      expect(pick(ours[at] ?? {}, told), `structure ${at}`).toEqual(meaningOf(values, told));
    }
  });

  it('the families of processors that have a name here', () => {
    const theirs = printed.filter(({ type }) => type === 4).map(({ values }) => values);
    const populated = theirs.filter((values) => values.get('Status')?.startsWith('Populated'));
    for (const [at, { family }] of processorsOf(structures).entries()) {
      if (family !== undefined) expect(family).toBe(populated[at]?.get('Family'));
    }
  });

  it('the UUID', () => {
    const theirs = printed.find(({ type }) => type === 1)?.values.get('UUID');
    expect(smbiosUuid(structures, parseEntryPoint(dumpOf(machine)))).toBe(theirs?.toUpperCase());
  });
});

interface Printed {
  readonly type: number;
  readonly values: ReadonlyMap<string, string>;
}

function dmidecode(machine: SmbiosMachine): readonly Printed[] {
  const folder = mkdtempSync(join(tmpdir(), 'parcours-dmi-'));
  try {
    writeFileSync(join(folder, 'dump'), dumpOf(machine));
    const text = execFileSync(program, ['--from-dump', join(folder, 'dump')], { encoding: 'utf8' });
    return text.split('\nHandle ').flatMap((block) => {
      const [, type] = /DMI type (\d+)/.exec(block) ?? [];
      const values = [...block.matchAll(/^\t([^\t:]+): (.*)$/gm)].map(
        ([, name = '', value = '']) => [name.replace('SBDS Chemistry', 'Chemistry'), value] as const,
      );
      return type === undefined ? [] : [{ type: Number(type), values: new Map(values) }];
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Newer numbers than dmidecode knows; and some kinds of slots have no id there. */
function isTold(values: ReadonlyMap<string, string>, name: string): boolean {
  return values.get(name) !== '<OUT OF SPEC>' && (name !== 'ID' || values.has(name));
}

/** What dmidecode says in words that mean nothing is absent with us; an empty slot says nothing of a module. */
function meaningOf(values: ReadonlyMap<string, string>, fields: readonly Agreement[]): object {
  const empty = values.get('Size') === 'No Module Installed';
  const kept = empty ? fields.filter(([field]) => field === 'caption' || field === 'description') : fields;
  return Object.fromEntries(
    kept.flatMap(([field, name, meaning = meaningful]) => {
      const text = values.get(name);
      const value = text === undefined ? undefined : meaning(text);
      return value === undefined ? [] : [[field, spelt(value)]];
    }),
  );
}

function pick(row: object, fields: readonly Agreement[]): object {
  const values = new Map(Object.entries(row));
  return Object.fromEntries(
    fields.flatMap(([field]) => {
      const value = values.get(field);
      return value === undefined ? [] : [[field, spelt(value)]];
    }),
  );
}

/** Capitals and hyphens are a matter of taste. */
function spelt(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase().replaceAll('-', ' ') : value;
}

/** `Other` and `Reserved` say no more than `Unknown`. */
function meaningful(text: string): string | undefined {
  return text === 'Other' || text === 'Reserved' ? undefined : realMeaningful(text);
}
