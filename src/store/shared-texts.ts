import type { FleetRow } from './store.ts';

/** Keeps what many machines have in common, such as their system, once in memory instead of once a row. */
export function shareTexts(rows: Iterable<FleetRow>): void {
  const known = new Map<string, string>();
  for (const row of rows) {
    const texts: { -readonly [M in Shared]?: string } = row;
    for (const member of SHARED) {
      const text = texts[member];
      if (text === undefined) continue;
      const first = known.get(text);
      if (first === undefined) known.set(text, text);
      else texts[member] = first;
    }
  }
}

const SHARED = ['os', 'cpu', 'model', 'agent', 'tag', 'kind', 'completeness', 'changedAt', 'lastSeen'] as const;
type Shared = (typeof SHARED)[number];
