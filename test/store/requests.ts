import type { AnySections } from '../../src/model/catalogue.ts';
import type { AnyRow } from '../../src/model/descriptor.ts';
import type { SavedSection, SaveRequest } from '../../src/store/store.ts';

export const monday = '2026-11-16T08:00:00.000Z';
export const tuesday = '2026-11-17T08:00:00.000Z';
export const wednesday = '2026-11-18T08:00:00.000Z';

/** A save of a machine in which these sections were collected whole. */
export function request(sections: AnySections, more: Partial<SaveRequest> = {}): SaveRequest {
  const at = more.at ?? monday;
  return {
    id: 'pc1-2026-11-16-08-00-00',
    name: 'pc1',
    kind: 'computer',
    evidence: { serials: [], macs: [] },
    account: {},
    aliases: [],
    at,
    receivedAt: at,
    agent: 'parcours_v0.1.0',
    sections: Object.fromEntries(Object.entries(sections).map(([name, rows]) => [name, collected(rows)])),
    extras: [],
    ...more,
  };
}

export function collected(rows: readonly AnyRow[]): SavedSection {
  return { completeness: 'complete', rows };
}

/** Enough packages to make a blob. */
export function packages(count: number, version = '1.0'): readonly AnyRow[] {
  return Array.from({ length: count }, (_, i) => ({ name: `package-${String(i).padStart(4, '0')}`, version }));
}
