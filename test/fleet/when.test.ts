import { expect, it } from 'vitest';
import { findSnapshot } from '../../src/fleet/when.ts';
import type { SnapshotHead } from '../../src/store/store.ts';

const now = Date.parse('2026-11-23T12:00:00');
const heads = [
  head(1, '2025-11-20T09:00:00', 'aaaaaa11'),
  head(2, '2026-10-20T09:00:00', 'bbbbbb22'),
  head(3, '2026-11-16T09:12:30', 'aaaaaa11'),
  head(4, '2026-11-23T08:00:00', 'cccccc33'),
];

it.each([
  ['last', 4],
  ['LAST', 4],
  ['first', 1],
  ['last~0', 4],
  ['last~2', 2],
  ['#3', 3],
  ['aaaaaa', 3],
  ['BBBBBB22', 2],
  ['2026-11-16', 3],
  ['2026-11-15', 2],
  ['2026-11-16T09:12', 3],
  ['2026-11-16T09:11', 2],
  ['2026-11-16T09:12:30', 3],
  ['2026-11-16T09:12:29', 2],
  ['4h', 4],
  ['5h', 3],
  ['1d', 3],
  ['1w', 3],
  ['8d', 2],
  ['1m', 2],
  ['2m', 1],
  ['1y', 1],
])('%s means snapshot %i', (when, seq) => {
  expect(findSnapshot(when, heads, now).seq).toBe(seq);
});

it('reads a zone', () => {
  const at = (zone: string) => findSnapshot(`2026-11-16T09:12:30${zone}`, utcHeads, now).seq;
  const utcHeads = [
    { ...head(1, ''), at: '2026-11-16T00:00:00Z' },
    { ...head(2, ''), at: '2026-11-16T09:00:00Z' },
  ];
  expect([at('Z'), at('+01:00'), at('+0100'), at('-01:00')]).toEqual([2, 1, 1, 2]);
});

it('names the first snapshot before which there is none', () => {
  const message = expect.stringContaining(`#1 of ${heads[0]?.at}`);
  expect(() => findSnapshot('2y', heads, now)).toThrow(expect.objectContaining({ code: 'not-found', message }));
  expect(() => findSnapshot('2020-01-01', heads, now)).toThrow(expect.objectContaining({ message }));
  expect(() => findSnapshot('#9', heads, now)).toThrow(expect.objectContaining({ message }));
  expect(() => findSnapshot('last~4', heads, now)).toThrow(expect.objectContaining({ message }));
  expect(() => findSnapshot('dddddd', heads, now)).toThrow(expect.objectContaining({ message }));
});

it.each(['yesterday', '2026-13-01', '2026-02-30', '7x', '#x', 'abcde', ''])('refuses %j', (when) => {
  expect(() => findSnapshot(when, heads, now)).toThrow(expect.objectContaining({ code: 'usage' }));
});

it('says so where there is no snapshot at all', () => {
  expect(() => findSnapshot('last', [], now)).toThrow(expect.objectContaining({ code: 'not-found' }));
});

function head(seq: number, local: string, digest = ''): SnapshotHead {
  const at = local && new Date(local).toISOString();
  return { seq, digest, at, receivedAt: at, agent: '', sections: {} };
}
