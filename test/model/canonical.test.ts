import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalRows, sectionDigest, sectionPieces, sha256 } from '../../src/model/canonical.ts';
import type { AnyRow } from '../../src/model/descriptor.ts';

const drive = { type: '/', volume: '/dev/sda1', total: 1000, free: 500 };

it('does not see what changes at every run', () => {
  expect(sectionDigest('drives', [drive])).toBe(sectionDigest('drives', [{ ...drive, free: 499 }]));
});

it('sees what changed for good', () => {
  expect(sectionDigest('drives', [drive])).not.toBe(sectionDigest('drives', [{ ...drive, total: 2000 }]));
});

it('sees a field that only the sender knows', () => {
  const extras = [{ name: 'VOLUMESTATE', text: 'dirty' }];
  expect(sectionDigest('drives', [drive])).not.toBe(sectionDigest('drives', [{ ...drive, extras }]));
});

it('gives the same rows whatever the order of rows, fields and list values', () => {
  const name = fc.string({ minLength: 1 });
  const row = fc.record({ description: name, slaves: fc.array(name, { minLength: 1 }) }, { requiredKeys: [] });
  fc.assert(
    fc.property(fc.array(row), fc.nat(), (rows, seed) => {
      const shuffled = rows
        .map((one, i) => ({
          one: { ...one, ...(one.slaves ? { slaves: [...one.slaves].reverse() } : {}) },
          at: (i * 7919 + seed) % 104729,
        }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one);
      expect(networkTexts(shuffled)).toEqual(networkTexts(rows));
    }),
  );
});

it('says the same of a row whatever the order in which its fields were found', () => {
  const fields = fc.record({ name: fc.string(), version: fc.string(), from: fc.string() }, { requiredKeys: [] });
  fc.assert(
    fc.property(fc.array(fields), (rows) => {
      const turned = rows.map((row) => Object.fromEntries(Object.entries(row).reverse()));
      expect(sectionDigest('softwares', turned)).toBe(sectionDigest('softwares', rows));
      expect(sectionDigest('softwares', rows)).toBe(sectionDigest('softwares', [...rows].reverse()));
    }),
  );
});

it('is the same for a list of any length, taken at once or in pieces', () => {
  const rows = Array.from({ length: 6000 }, (_, at) => ({ name: `package-${(at * 7919) % 6007}`, version: '1' }));
  const running = createHash('sha256');
  for (const piece of sectionPieces('softwares', rows)) running.update(piece);
  expect(sectionDigest('softwares', rows)).toBe(running.digest('hex'));
  const few = rows.slice(0, 100);
  expect(sectionDigest('softwares', few)).toBe(sha256([...sectionPieces('softwares', few)].join('')));
});

function networkTexts(rows: readonly AnyRow[]): readonly string[] {
  return canonicalRows('networks', rows).map(({ text }) => text);
}
