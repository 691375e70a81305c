import type { Delta, RowChange } from '../../src/delta/types.ts';
import type { Fleet, MachineRow, MachineView, Place, SectionView, TimelineEntry } from '../../src/fleet/fleet.ts';
import { describe, type SectionName } from '../../src/model/catalogue.ts';
import { type AnyRow, fieldValue } from '../../src/model/descriptor.ts';
import { ParcoursError } from '../../src/model/errors.ts';
import type { MadeMachine, MadeSnapshot } from './made-machines.ts';

/** A fleet in memory; `receive` does what a receiver would, and tells who watches. */
export interface FakeFleet extends Fleet {
  receive(machine: MadeMachine): void;
  breakDown(reason: string | undefined): void;
}

export function fakeFleet(made: readonly MadeMachine[]): FakeFleet {
  const machines = new Map(made.map((machine) => [machine.row.id, machine]));
  const watchers = new Set<() => void>();
  let broken: string | undefined;

  function machineOf(id: string): MadeMachine {
    if (broken) throw new ParcoursError('store-damaged', broken);
    const machine = machines.get(id);
    if (!machine) throw new ParcoursError('not-found', `no machine ${id}`);
    return machine;
  }

  function snapshotAt({ id, seq }: Place): MadeSnapshot {
    const snapshot = machineOf(id).snapshots[seq - 1];
    if (!snapshot) throw new ParcoursError('not-found', `no snapshot ${seq}`);
    return snapshot;
  }

  return {
    async machines() {
      if (broken) throw new ParcoursError('store-damaged', broken);
      return [...machines.values()].map(({ row }) => row);
    },
    async find(name) {
      return machineOf(name).row;
    },
    async locate(reference) {
      return { id: reference, seq: machineOf(reference).snapshots.length };
    },
    async view(place) {
      return viewOf(machineOf(place.id), place.seq, snapshotAt(place));
    },
    async timeline(id) {
      const { snapshots } = machineOf(id);
      return snapshots.map((snapshot, index) => timelineEntry(snapshots[index - 1], snapshot, index + 1));
    },
    async compare(before, after) {
      return compareSnapshots(snapshotAt(before), snapshotAt(after));
    },
    watch(changed) {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    receive(machine) {
      machines.set(machine.row.id, machine);
      for (const changed of watchers) changed();
    },
    breakDown(reason) {
      broken = reason;
      for (const changed of watchers) changed();
    },
  };
}

function viewOf(machine: MadeMachine, seq: number, snapshot: MadeSnapshot): MachineView {
  const row: MachineRow = machine.row;
  const snapshots = machine.snapshots.length;
  return {
    machine: row,
    snapshot: { seq, digest: String(seq), at: snapshot.at, receivedAt: snapshot.at, agent: row.agent, sections: {} },
    newest: seq === snapshots,
    account: {},
    sections: snapshot.sections,
    extras: machine.extras ?? [],
  };
}

function timelineEntry(previous: MadeSnapshot | undefined, snapshot: MadeSnapshot, seq: number): TimelineEntry {
  const delta = previous ? compareSnapshots(previous, snapshot) : { sections: [] };
  const changes = delta.sections.flatMap((section) => section.changes);
  const count = (kind: RowChange['kind']) => changes.filter((change) => change.kind === kind).length;
  return {
    seq,
    digest: String(seq),
    at: snapshot.at,
    receivedAt: snapshot.at,
    lastSeen: snapshot.at,
    agent: 'parcours_v0.1.0',
    changes: {
      added: count('added'),
      removed: count('removed'),
      changed: count('changed'),
      sections: delta.sections.map(({ name }) => name),
    },
  };
}

function compareSnapshots(before: MadeSnapshot, after: MadeSnapshot): Delta {
  const names = [...new Set([...before.sections, ...after.sections].map(({ name }) => name))];
  const known = names.filter((name) => isKnown(sectionOf(before, name)) && isKnown(sectionOf(after, name)));
  const sections = known
    .map((name) => ({ name, changes: rowChanges(name, rowsOf(before, name), rowsOf(after, name)) }))
    .filter(({ changes }) => changes.length > 0);
  const notCompared = names
    .filter((name) => !known.includes(name))
    .map((section) => ({ section, side: 'both' as const, reason: 'needs-root' }));
  return { sections, hidden: { volatile: 41, noise: 2 }, notCompared };
}

function sectionOf({ sections }: MadeSnapshot, name: SectionName): SectionView | undefined {
  return sections.find((section) => section.name === name);
}

function rowsOf(snapshot: MadeSnapshot, name: SectionName): readonly AnyRow[] {
  return sectionOf(snapshot, name)?.rows ?? [];
}

function isKnown(section: SectionView | undefined): boolean {
  return section?.completeness === 'complete';
}

function rowChanges(name: SectionName, before: readonly AnyRow[], after: readonly AnyRow[]): readonly RowChange[] {
  const [left, right] = [byIdentity(name, before), byIdentity(name, after)];
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) =>
    rowChange(name, key, left.get(key), right.get(key)),
  );
}

function rowChange(name: SectionName, key: string, before?: AnyRow, after?: AnyRow): readonly RowChange[] {
  if (!before && after) return [{ kind: 'added', key, after, fields: [] }];
  if (before && !after) return [{ kind: 'removed', key, before, fields: [] }];
  if (!before || !after) return [];
  const fields = Object.keys(describe(name).fields)
    .map((field) => ({ field, before: fieldValue(before, field), after: fieldValue(after, field) }))
    .filter((change) => String(change.before) !== String(change.after));
  return fields.length > 0 ? [{ kind: 'changed', key, before, after, fields }] : [];
}

function byIdentity(name: SectionName, rows: readonly AnyRow[]): ReadonlyMap<string, AnyRow> {
  const descriptor = describe(name);
  if (descriptor.cardinality === 'one') return new Map(rows.map((row) => [descriptor.label.en, row]));
  const best = descriptor.identity[0] ?? [];
  return new Map(
    rows.map((row) => [
      best
        .map((field) => String(fieldValue(row, field) ?? ''))
        .join(' ')
        .trim(),
      row,
    ]),
  );
}
