import type { Fleet, FleetQuestions } from '../../src/fleet/fleet.ts';
import { ingest } from '../../src/fleet/ingest.ts';
import { createFleet } from '../../src/fleet/query.ts';
import type { Sections } from '../../src/model/catalogue.ts';
import type { Inventory } from '../../src/model/inventory.ts';
import { memoryStore } from '../../src/store/memory.ts';
import type { StoreWriter } from '../../src/store/store.ts';

export const monday = '2026-11-16T08:00:00.000Z';
export const tuesday = '2026-11-17T08:00:00.000Z';
export const wednesday = '2026-11-18T08:00:00.000Z';
export const thursday = '2026-11-19T08:00:00.000Z';

/** What an agent says that collected these sections whole. */
export function inventory(sections: Sections, more: Partial<Inventory> = {}): Inventory {
  const reports = Object.fromEntries(Object.keys(sections).map((name) => [name, { state: 'complete' as const }]));
  return {
    deviceId: 'pc1-2026-11-16-08-00-00',
    kind: 'computer',
    agent: 'parcours_v0.1.0',
    sections,
    reports,
    account: {},
    extras: [],
    ...more,
  };
}

/** A fleet in memory, and the way to tell it of inventories. */
export function newFleet(now = thursday): { store: StoreWriter; fleet: Fleet & FleetQuestions; tell: Teller } {
  const store = memoryStore();
  const tell: Teller = (at, sections, more) => ingest(store, inventory(sections, { at, ...more }), at);
  return { store, fleet: createFleet(store, () => Date.parse(now)), tell };
}

type Teller = (at: string, sections: Sections, more?: Partial<Inventory>) => ReturnType<typeof ingest>;

export function packages(...list: readonly string[]): readonly { readonly name: string; readonly version: string }[] {
  return list.map((text) => {
    const [name = '', version = '1.0'] = text.split(' ');
    return { name, version };
  });
}
