import { expect, test } from 'vitest';
import { shareTexts } from '../../src/store/shared-texts.ts';
import type { FleetRow } from '../../src/store/store.ts';

test('leaves every row as it is to read, whatever it lacks', () => {
  const rows: readonly FleetRow[] = [
    row('a', { os: 'Debian 12', tag: 'B104' }),
    row('b', {}),
    row('c', { os: 'Debian 12' }),
  ];
  const before = structuredClone(rows);
  shareTexts(rows);
  expect(rows).toEqual(before);
});

function row(id: string, facts: Partial<FleetRow>): FleetRow {
  const [at, agent] = ['2026-11-16T08:00:00.000Z', 'parcours_v1'];
  const seen = { firstSeen: at, lastSeen: at, changedAt: at };
  return {
    id,
    aliases: [],
    name: id,
    kind: 'computer',
    agent,
    macs: [],
    snapshots: 1,
    ...seen,
    completeness: 'complete',
    ...facts,
  };
}
