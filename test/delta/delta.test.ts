import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diffSection } from '../../src/delta/delta.ts';
import type { RowChange } from '../../src/delta/types.ts';
import { sectionDigest } from '../../src/model/canonical.ts';
import type { AnyRow } from '../../src/model/descriptor.ts';
import { anyRows, anySection } from './rows.ts';

const twoStates = anySection.chain((section) => fc.tuple(fc.constant(section), anyRows(section), anyRows(section)));
const kindsOf = (changes: readonly RowChange[]) => changes.map(({ kind, key }) => `${kind} ${key}`);

it('finds nothing between a state and itself', () => {
  fc.assert(
    fc.property(twoStates, ([section, rows]) => {
      expect(diffSection(section, rows, rows)).toEqual({ changes: [], noise: 0, volatile: 0 });
    }),
  );
});

it('finds the same backwards, with added and removed swapped', () => {
  const mirrored = { added: 'removed', removed: 'added', changed: 'changed', moved: 'moved' };
  const plain = ({ kind, before, after, fields }: RowChange) => JSON.stringify([kind, before, after, fields]);
  const swapped = ({ kind, before, after, fields }: RowChange) => {
    const back = fields.map((change) => ({ field: change.field, before: change.after, after: change.before }));
    return JSON.stringify([mirrored[kind], after, before, back]);
  };
  fc.assert(
    fc.property(twoStates, ([section, before, after]) => {
      const there = diffSection(section, before, after);
      const back = diffSection(section, after, before);
      expect(back.changes.map(swapped).sort()).toEqual(there.changes.map(plain).sort());
      expect([back.noise, back.volatile]).toEqual([there.noise, there.volatile]);
    }),
  );
});

it('does not mind in which order the rows came', () => {
  const shuffled = twoStates.chain(([section, before, after]) =>
    fc.tuple(fc.constant(section), fc.constant(before), fc.constant(after), shuffle(before), shuffle(after)),
  );
  fc.assert(
    fc.property(shuffled, ([section, before, after, mixedBefore, mixedAfter]) => {
      expect(diffSection(section, mixedBefore, mixedAfter)).toEqual(diffSection(section, before, after));
    }),
  );
});

it('finds something exactly where the digests differ', () => {
  fc.assert(
    fc.property(twoStates, ([section, before, after]) => {
      const { changes, noise } = diffSection(section, before, after);
      const differs = sectionDigest(section, before) !== sectionDigest(section, after);
      expect(changes.length + noise > 0).toBe(differs);
    }),
  );
});

it('gives every change of a section a name of its own', () => {
  fc.assert(
    fc.property(twoStates, ([section, before, after]) => {
      const keys = diffSection(section, before, after).changes.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }),
  );
});

it('names the one package that was upgraded, with what changed', () => {
  const before = packages(['bash', '5.2'], ['curl', '7.88'], ['zlib1g', '1.2']);
  const after = packages(['zlib1g', '1.2'], ['curl', '8.1'], ['bash', '5.2']);
  expect(diffSection('softwares', before, after).changes).toEqual([
    {
      kind: 'changed',
      key: 'curl',
      before: before[1],
      after: after[1],
      fields: [{ field: 'version', before: '7.88', after: '8.1' }],
    },
  ]);
});

it('keeps the versions of one name apart: a new kernel is added, the old ones stay', () => {
  const before = packages(['linux-image', '6.1.1'], ['linux-image', '6.1.2']);
  const after = packages(['linux-image', '6.1.3'], ['linux-image', '6.1.2'], ['linux-image', '6.1.1']);
  const { changes } = diffSection('softwares', before, after);
  expect(changes).toMatchObject([{ kind: 'added', key: 'linux-image', after: { version: '6.1.3' } }]);
});

it('pairs equal versions first when another field of theirs changed', () => {
  const before: AnyRow[] = [
    { name: 'jre', version: '8', publisher: 'Sun' },
    { name: 'jre', version: '11', publisher: 'Oracle' },
  ];
  const after: AnyRow[] = [
    { name: 'jre', version: '11', publisher: 'Oracle Corp' },
    { name: 'jre', version: '17', publisher: 'Oracle Corp' },
  ];
  const { changes } = diffSection('softwares', before, after);
  expect(changes.map(({ fields }) => fields.map(({ field }) => field))).toEqual([
    ['publisher'],
    ['version', 'publisher'],
  ]);
});

it('says that a module moved, and nothing of the slots it left and filled', () => {
  const dimm = { capacity: 8192, type: 'DDR4', serial: '1A2B3C4D' };
  const before: AnyRow[] = [
    { caption: 'DIMM A', slot: 1, ...dimm },
    { caption: 'DIMM B', slot: 2 },
  ];
  const after: AnyRow[] = [
    { caption: 'DIMM A', slot: 1 },
    { caption: 'DIMM B', slot: 2, ...dimm },
  ];
  const { changes } = diffSection('memories', before, after);
  expect(kindsOf(changes)).toEqual(['moved DIMM B']);
});

it('tells two modules that changed places from two that were replaced', () => {
  const row = (caption: string, serial: string) => ({ caption, serial, capacity: 8192 });
  const swapped = diffSection('memories', [row('A', 'S1X'), row('B', 'S2X')], [row('A', 'S2X'), row('B', 'S1X')]);
  expect(kindsOf(swapped.changes)).toEqual(['moved A', 'moved B']);
  const replaced = diffSection('memories', [row('A', 'S1X'), row('B', 'S2X')], [row('A', 'S3X'), row('B', 'S4X')]);
  expect(kindsOf(replaced.changes)).toEqual(['changed A', 'changed B']);
});

it('does not take a placeholder for the same serial number', () => {
  const row = (caption: string, slot: number) => ({ caption, slot, capacity: 4096, serial: 'Not Specified' });
  expect(kindsOf(diffSection('memories', [row('A', 1)], [row('B', 2)]).changes)).toEqual(['removed A', 'added B']);
});

it('sees the same row in one that gained a serial number', () => {
  const before: AnyRow[] = [{ name: 'sda', model: 'SSD 870' }];
  const after: AnyRow[] = [{ name: 'sda', model: 'SSD 870', serial: 'S5STNX0' }];
  expect(kindsOf(diffSection('storages', before, after).changes)).toEqual(['changed sda']);
});

it('counts volatile differences without showing them', () => {
  const before: AnyRow[] = [{ type: '/', volume: '/dev/vda', total: 1000, free: 500 }];
  const after: AnyRow[] = [{ type: '/', volume: '/dev/vda', total: 1000, free: 480 }];
  expect(diffSection('drives', before, after)).toEqual({ changes: [], noise: 0, volatile: 1 });
});

it('folds a few MiB of memory away, but not a module', () => {
  expect(diffSection('hardware', [{ memory: 15842 }], [{ memory: 15838 }])).toMatchObject({ changes: [], noise: 1 });
  expect(diffSection('hardware', [{ memory: 15842 }], [{ memory: 7800 }])).toMatchObject({
    changes: [{ kind: 'changed', key: 'hardware' }],
    noise: 0,
  });
});

it('shows a change of what the catalogue does not know', () => {
  const before: AnyRow[] = [{ name: 'PC1', extras: [{ name: 'ROOM', text: 'B104' }] }];
  const after: AnyRow[] = [{ name: 'PC1', extras: [{ name: 'ROOM', text: 'B105' }] }];
  expect(diffSection('hardware', before, after).changes[0]?.fields).toEqual([
    { field: 'extras', before: ['ROOM: B104'], after: ['ROOM: B105'] },
  ]);
});

function packages(...list: readonly (readonly [string, string])[]): readonly AnyRow[] {
  return list.map(([name, version]) => ({ name, version }));
}

function shuffle<T>(rows: readonly T[]): fc.Arbitrary<readonly T[]> {
  return fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length });
}
