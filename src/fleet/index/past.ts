/** Index knows what the history of every machine means for questions to the whole fleet. */
import { diffSection } from '../../delta/delta.ts';
import { type SectionName, sectionNames } from '../../model/catalogue.ts';
import type { AnyRow } from '../../model/descriptor.ts';
import { unlessDamaged } from '../../model/errors.ts';
import { present } from '../../model/present.ts';
import { factSections, fleetRow, type RowSource, rowFacts } from '../../store/facts.ts';
import type { FleetRow, MachineIdentity, SnapshotHead, StoreReader } from '../../store/store.ts';
import type { Change } from '../fleet.ts';

/** What one snapshot of a machine says of the past of the fleet. All of it comes from the history alone. */
export interface Past {
  /** The row of the fleet list as it was then; its `snapshots` is the number of the snapshot. */
  readonly row: FleetRow;
  /** The row before; undefined for its first snapshot. */
  readonly was?: FleetRow;
  readonly receivedAt: string;
  /** When the machine was last seen in the state before; undefined for its first snapshot. */
  readonly previousSeen?: string;
  /** None for the first snapshot: all of it is new. */
  readonly changes: readonly Change[];
  /** The packages, where they are others than before. */
  readonly packages?: readonly AnyRow[];
}

/** What can be read of a history; the rest of a store does not matter here. */
export type HistoryReader = Pick<StoreReader, 'timeline' | 'identities' | 'rows'>;

/** The snapshots of a machine after one of them, oldest first; content that is lost counts as unchanged. */
export async function pastOf(reader: HistoryReader, id: string, after = 0): Promise<readonly Past[]> {
  const heads = await reader.timeline(id);
  const identities = await reader.identities(id);
  const start = heads.findIndex(({ seq }) => seq > after);
  const pasts: Past[] = [];
  let known: RowSource | undefined;
  for (let at = Math.max(0, start - 1); at < heads.length && start >= 0; at++) {
    const [before, head, identity] = [heads[at - 1], heads[at], identities[at]];
    if (!head || !identity) continue;
    const read = known ? movedSections(before, head) : sectionNames;
    const facts = { ...known?.facts, ...(await factsOf(reader, id, head, read)) };
    const former = known;
    known = sourceOf(identity, head, facts, heads[0] ?? head);
    if (at >= start) pasts.push(await onePast(reader, { identity, before, head, former, known }));
  }
  return pasts;
}

interface Step {
  readonly identity: MachineIdentity;
  readonly before: SnapshotHead | undefined;
  readonly head: SnapshotHead;
  readonly former: RowSource | undefined;
  readonly known: RowSource;
}

async function onePast(reader: HistoryReader, { identity, before, head, former, known }: Step): Promise<Past> {
  const moved = movedSections(before, head);
  const packages = moved.includes('softwares') ? await rowsAt(reader, identity.id, head, 'softwares') : undefined;
  return {
    row: fleetRow(known),
    ...(former && { was: fleetRow(former) }),
    receivedAt: head.receivedAt,
    ...present({ previousSeen: head.previousSeen }),
    ...(packages && { packages }),
    changes: before ? await changesOf(reader, identity, before, head) : [],
  };
}

function movedSections(before: SnapshotHead | undefined, head: SnapshotHead): readonly SectionName[] {
  return sectionNames.filter((name) => head.sections[name] && head.sections[name] !== before?.sections[name]);
}

async function factsOf(
  reader: HistoryReader,
  id: string,
  head: SnapshotHead,
  sections: readonly SectionName[],
): Promise<RowSource['facts']> {
  const names = factSections.filter((name) => sections.includes(name) && head.sections[name]);
  const facts = names.map(async (name) => {
    const rows = await rowsAt(reader, id, head, name);
    return [name, rows && rowFacts(name, rows)] as const;
  });
  return present(Object.fromEntries(await Promise.all(facts)));
}

/** How well its sections were known is told of the newest state only. */
function sourceOf(
  identity: MachineIdentity,
  { seq, at, receivedAt, agent }: SnapshotHead,
  facts: RowSource['facts'],
  first: SnapshotHead,
): RowSource {
  const firstSeen = earlier(first.at, first.receivedAt);
  return { ...identity, seq, agent, facts, firstSeen, lastSeen: earlier(at, receivedAt), changedAt: at, sections: {} };
}

function earlier(a: string, b: string): string {
  return Date.parse(b) < Date.parse(a) ? b : a;
}

/** A section that one of the two never had is news of the agent, not of the machine. */
async function changesOf(
  reader: HistoryReader,
  { id, name }: MachineIdentity,
  before: SnapshotHead,
  head: SnapshotHead,
): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (const section of movedSections(before, head).filter((moved) => before.sections[moved])) {
    const [left, right] = [await rowsAt(reader, id, before, section), await rowsAt(reader, id, head, section)];
    const rows = left && right ? diffSection(section, left, right).changes : [];
    const places = { from: { seq: before.seq }, to: { seq: head.seq } };
    changes.push(...rows.map((change) => ({ at: head.at, machine: { id, name }, section, ...change, ...places })));
  }
  return changes;
}

function rowsAt(reader: HistoryReader, id: string, { seq }: SnapshotHead, section: SectionName) {
  return unlessDamaged(reader.rows(id, seq, section));
}
