import { diffSection } from '../../src/delta/delta.ts';
import { invertDelta } from '../../src/delta/invert.ts';
import { summarise } from '../../src/delta/summary.ts';
import type { Delta } from '../../src/delta/types.ts';
import { valuesOf } from '../../src/fleet/column-values.ts';
import { type Consensus, consensusOf, type Member } from '../../src/fleet/consensus.ts';
import { foldChanges } from '../../src/fleet/feed.ts';
import type { Change, Group, MachineRow, MachineView, Place, TimelineEntry } from '../../src/fleet/fleet.ts';
import { diffMember } from '../../src/fleet/group.ts';
import { PackageBuilder } from '../../src/fleet/index/package-builder.ts';
import { packageIndex } from '../../src/fleet/index/packages.ts';
import { type SectionName, sectionNames } from '../../src/model/catalogue.ts';
import { type AnyRow, fieldValue, type Value } from '../../src/model/descriptor.ts';
import { ParcoursError } from '../../src/model/errors.ts';
import type { Baseline } from '../../src/store/store.ts';
import type { AskedFleet } from '../../src/tui/queries.ts';
import type { StoreChange } from '../../src/tui/store-change.ts';
import type { MadeMachine, MadeSnapshot } from './made-machines.ts';

/** A fleet in memory; `receive` does what a receiver would, and tells who watches. */
export interface FakeFleet extends AskedFleet {
  receive(machine: MadeMachine): void;
  breakDown(reason: string | undefined): void;
  /** Fails while the fleet is broken. */
  write(change: StoreChange): Promise<void>;
}

export function fakeFleet(made: readonly MadeMachine[], changes: readonly Change[] = []): FakeFleet {
  const machines = new Map(made.map((machine) => [machine.row.id, machine]));
  const watchers = new Set<() => void>();
  const accounts = new Map<string, Readonly<Record<string, string>>>();
  const baselines = new Map<string, Baseline>();
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

  /** Every query lets every machine through. */
  function consensusOfAll(): Consensus {
    return consensusOf([...machines.values()].map(({ row, snapshots }) => memberAt(row.id, snapshots.at(-1))));
  }

  function compareWithAll(_: Group, other: Place | Group): Delta {
    if ('group' in other) throw new ParcoursError('usage', 'two groups');
    return diffMember(consensusOfAll(), memberAt(other.id, snapshotAt(other)));
  }

  return {
    async machines() {
      if (broken) throw new ParcoursError('store-damaged', broken);
      return [...machines.values()].map(({ row }) => row);
    },
    async machinesAt(time) {
      if (broken) throw new ParcoursError('store-damaged', broken);
      return [...machines.values()].flatMap((machine) => rowAt(machine, time) ?? []);
    },
    async isIndexed() {
      return true;
    },
    async select() {
      return [...machines.values()].map(({ row }) => row);
    },
    async consensus() {
      return consensusOfAll();
    },
    async changes() {
      return changes;
    },
    async baselines() {
      return [...baselines.values()];
    },
    async find(name) {
      return machineOf(name).row;
    },
    async locate(reference) {
      return { id: reference, seq: machineOf(reference).snapshots.length };
    },
    async feed({ since, until }) {
      if (broken) throw new ParcoursError('store-damaged', broken);
      const isAsked = ({ at }: Change) => since <= Date.parse(at) && Date.parse(at) <= until;
      const changes = [...machines.values()].flatMap(changesOf).filter(isAsked);
      return { entries: foldChanges(changes), since };
    },
    async fieldValues({ section, field }) {
      const found = new Map<string, { value: Value; machines: string[]; first: string; last: string }>();
      for (const { row, snapshots } of machines.values()) {
        for (const snapshot of snapshots) {
          for (const one of rowsOf(snapshot, section)) {
            const value = fieldValue(one, field);
            if (value === undefined) continue;
            const { at } = snapshot;
            const known = found.get(String(value)) ?? { value, machines: [], first: at, last: at };
            const isNew = snapshot === snapshots.at(-1) && !known.machines.includes(row.id);
            found.set(String(value), {
              ...known,
              last: at,
              machines: isNew ? [...known.machines, row.id] : known.machines,
            });
          }
        }
      }
      return [...found.values()];
    },
    async values(column) {
      return valuesOf(
        [...machines.values()].map(({ row }) => row),
        [],
        column,
      );
    },
    async packages(at) {
      const builder = new PackageBuilder();
      for (const { row, snapshots } of machines.values()) {
        const snapshot = snapshots.findLast((one) => at === undefined || Date.parse(one.at) <= at);
        const packages = snapshot ? rowsOf(snapshot, 'softwares') : [];
        if (snapshot) builder.add(row.id, [{ row, receivedAt: snapshot.at, changes: [], packages }]);
      }
      return packageIndex(builder.values());
    },
    async view(place) {
      return { ...viewOf(machineOf(place.id), place.seq, snapshotAt(place)), account: accounts.get(place.id) ?? {} };
    },
    async timeline(id) {
      const { snapshots } = machineOf(id);
      return snapshots.map((snapshot, index) => timelineEntry(snapshots[index - 1], snapshot, index + 1));
    },
    async compare(before, after) {
      if ('group' in after) return invertDelta(compareWithAll(after, before));
      if ('group' in before) return compareWithAll(before, after);
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
    async write(change) {
      if (broken) throw new ParcoursError('busy', broken);
      const { id } = change;
      if (!('values' in change)) {
        const seq = change.seq === 'newest' ? machineOf(id).snapshots.length : change.seq;
        baselines.set(change.baseline, { name: change.baseline, id, seq });
        return;
      }
      const { values } = change;
      const all = Object.entries({ ...accounts.get(id), ...values }).filter(([, value]) => value !== '');
      accounts.set(id, Object.fromEntries(all));
    },
    breakDown(reason) {
      broken = reason;
      for (const changed of watchers) changed();
    },
  };
}

function memberAt(id: string, snapshot: MadeSnapshot | undefined): Member {
  const known = snapshot?.sections.filter(({ completeness }) => completeness !== 'failed') ?? [];
  return { id, rows: new Map(known.map(({ name, rows }) => [name, rows])) };
}

/** What the snapshots of a machine changed. */
function changesOf({ row: { id, name }, snapshots }: MadeMachine): readonly Change[] {
  return snapshots.flatMap((snapshot, at) => {
    const before = snapshots[at - 1];
    const sections = before ? compareSnapshots(before, snapshot).sections : [];
    const places = { at: snapshot.at, machine: { id, name }, from: { seq: at }, to: { seq: at + 1 } };
    return sections.flatMap((section) => section.changes.map((one) => ({ ...one, section: section.name, ...places })));
  });
}

/** What the snapshot of that time tells; the packages of the list are as many as they are now. */
function rowAt({ row, snapshots }: MadeMachine, time: number): MachineRow | undefined {
  const seq = snapshots.filter(({ at }) => Date.parse(at) <= time).length;
  const [snapshot] = snapshots.slice(seq - 1);
  if (seq === 0 || !snapshot) return undefined;
  const [hardware] = rowsOf(snapshot, 'hardware');
  const memoryMiB = hardware?.['memory'];
  const known = { ...row, changedAt: snapshot.at, snapshots: seq };
  return typeof memoryMiB === 'number' ? { ...known, memoryMiB } : known;
}

function viewOf(machine: MadeMachine, seq: number, snapshot: MadeSnapshot): MachineView {
  const { row } = machine;
  return {
    machine: row,
    snapshot: { seq, digest: String(seq), at: snapshot.at, receivedAt: snapshot.at, agent: row.agent, sections: {} },
    newest: seq === machine.snapshots.length,
    account: {},
    sections: snapshot.sections,
    extras: machine.extras ?? [],
  };
}

function timelineEntry(previous: MadeSnapshot | undefined, snapshot: MadeSnapshot, seq: number): TimelineEntry {
  const { at } = snapshot;
  const changes = summarise(previous ? compareSnapshots(previous, snapshot).sections : []);
  return { seq, digest: String(seq), at, receivedAt: at, lastSeen: at, agent: 'parcours_v0.1.0', changes };
}

function compareSnapshots(before: MadeSnapshot, after: MadeSnapshot): Delta {
  const known = sectionNames.filter((name) => isKnown(before, name) && isKnown(after, name));
  const diffs = known.map((name) => ({ name, ...diffSection(name, rowsOf(before, name), rowsOf(after, name)) }));
  return {
    sections: diffs.filter(({ changes }) => changes.length > 0).map(({ name, changes }) => ({ name, changes })),
    hidden: {
      volatile: diffs.reduce((sum, { volatile }) => sum + volatile, 0),
      noise: diffs.reduce((sum, { noise }) => sum + noise, 0),
    },
    notCompared: after.sections
      .filter(({ name }) => !known.includes(name))
      .map(({ name, reason = 'not-sent' }) => ({ section: name, side: 'both', reason })),
  };
}

function isKnown({ sections }: MadeSnapshot, name: SectionName): boolean {
  return sections.some((section) => section.name === name && section.completeness !== 'failed');
}

function rowsOf({ sections }: MadeSnapshot, name: SectionName): readonly AnyRow[] {
  return sections.find((section) => section.name === name)?.rows ?? [];
}
