import { canonicalOrder, type Digest, hasVolatileFields, stateDigest, volatileRow } from '../model/canonical.ts';
import { describe, type SectionName, sectionNames } from '../model/catalogue.ts';
import type { AnyRow } from '../model/descriptor.ts';
import { present } from '../model/present.ts';
import { isScheduleName, withSchedule } from '../model/schedule.ts';
import { type Content, stableNames, textOf } from './content.ts';
import { rowFacts } from './facts.ts';
import { EMPTY, type HistoryLine, type StoredSection } from './history.ts';
import type { MachineIdentity, MachineRecord, SavedSection, SaveRequest, SectionState } from './store.ts';

/** What a save writes. */
export interface Advance {
  readonly record: MachineRecord;
  /** The snapshots to append; none where nothing stable changed. */
  readonly lines?: readonly HistoryLine[];
  /** The snapshot that holds what was saved, where that is not the newest. */
  readonly seq?: number;
  /** Content too long for the line; also of sections that did not change, to replace what was lost. */
  readonly blobs?: readonly Content[];
}

/**
 * The state after a save. A snapshot opens if and only if the stable digest of a collected section differs from the
 * last state; sections that are wholly volatile open none. `contents` are those of the request.
 */
export function advance(known: MachineRecord | undefined, request: SaveRequest, contents: readonly Content[]): Advance {
  const changed = contents.filter(({ name, digest }) => digest !== known?.sections[name]?.digest);
  const opens = known === undefined || known.seq === 0 || changed.length > 0;
  const record = nextRecord(known, request, contents, opens);
  return {
    record,
    ...(opens && { lines: [nextLine(known, request, record, changed)] }),
    blobs: contents.filter(({ long }) => long),
  };
}

/**
 * The values given, and of the others those the machine had: two that set different ones at once both keep theirs. An
 * empty value is none. Fails with `usage` for a schedule that cannot be one.
 */
export function withAccount(record: MachineRecord, values: MachineRecord['account']): MachineRecord {
  const { schedule = {}, ...others } = record;
  const changed = withSchedule(schedule, values);
  const account = Object.entries({ ...record.account, ...fieldsOf(values) }).filter(([, value]) => value !== '');
  return {
    ...others,
    account: Object.fromEntries(account),
    ...(Object.keys(changed).length > 0 && { schedule: changed }),
  };
}

/** The number of the snapshot that was kept last; 0 before the first. */
export function lastSeqOf(known: Pick<MachineRecord, 'seq' | 'lastSeq'> | undefined): number {
  return known?.lastSeq ?? known?.seq ?? 0;
}

/** True where a machine was last seen after now: the clock of the receiver was wrong then. */
export function isAhead(
  { lastSeen }: Pick<MachineRecord, 'lastSeen'>,
  { receivedAt }: Pick<SaveRequest, 'receivedAt'>,
): boolean {
  return Date.parse(lastSeen) > Date.parse(receivedAt);
}

/** The digests of the sections a snapshot has. */
export function digestsOf(sections: MachineRecord['sections']): { readonly [N in SectionName]?: Digest } {
  return present(Object.fromEntries(stableNames.map((name) => [name, sections[name]?.digest])));
}

/** Without what says when a machine is to report: only people set that. */
function fieldsOf(values: MachineRecord['account']): MachineRecord['account'] {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !isScheduleName(name)));
}

function nextRecord(
  known: MachineRecord | undefined,
  request: SaveRequest,
  contents: readonly Content[],
  opens: boolean,
): MachineRecord {
  const { id, name, kind, evidence, agent, extras, at } = request;
  const seenAt = earlier(at, request.receivedAt);
  return {
    id,
    aliases: [...new Set([...(known?.aliases ?? []), ...request.aliases])].filter((alias) => alias !== id),
    name,
    kind,
    evidence,
    account: known?.account ?? fieldsOf(request.account),
    ...present({ schedule: known?.schedule }),
    firstSeen: known ? earlier(known.firstSeen, seenAt) : seenAt,
    lastSeen: known && !isAhead(known, request) ? later(known.lastSeen, seenAt) : seenAt,
    receivedAt: request.unasked ? (known?.receivedAt ?? seenAt) : request.receivedAt,
    agent,
    seq: opens ? lastSeqOf(known) + 1 : (known?.seq ?? 0),
    ...(known && !opens && present({ lastSeq: known.lastSeq })),
    changedAt: known && !opens ? known.changedAt : at,
    sections: nextSections(known, request, contents),
    volatile: present({ ...known?.volatile, ...volatileValues(request) }),
    facts: { ...known?.facts, ...collectedFacts(request) },
    extras,
  };
}

function nextSections(
  known: MachineRecord | undefined,
  { sections, at }: SaveRequest,
  contents: readonly Content[],
): MachineRecord['sections'] {
  const digests = new Map(contents.map(({ name, digest }) => [name, digest]));
  const states = sectionNames.map((name): [SectionName, SectionState | undefined] => {
    const [saved, before] = [sections[name], known?.sections[name]];
    return [name, saved ? nextState(saved, before, at, digests.get(name)) : before];
  });
  return present(Object.fromEntries(states));
}

function nextState(
  { completeness, reason, rows, confirmed }: SavedSection,
  before: SectionState | undefined,
  at: string,
  digest: Digest | undefined,
): SectionState {
  const carried = { collectedAt: before?.collectedAt, digest: before?.digest, confirmedAt: before?.confirmedAt };
  const collected = { collectedAt: at, digest: digest ?? EMPTY };
  const content = rows ? collected : confirmed ? { ...carried, confirmedAt: at } : carried;
  return { completeness, ...present({ reason, ...content }) };
}

/** Volatile values of what was collected: whole rows of sections that are wholly volatile. */
function volatileValues({ sections }: SaveRequest): MachineRecord['volatile'] {
  return Object.fromEntries(
    sectionNames.flatMap((name) => {
      const rows = sections[name]?.rows;
      return rows ? [[name, volatileRows(name, rows)]] : [];
    }),
  );
}

function volatileRows(name: SectionName, rows: readonly AnyRow[]): readonly AnyRow[] {
  if (describe(name).volatile) return rows;
  return hasVolatileFields(name) ? canonicalOrder(name, rows).map((row) => volatileRow(name, row)) : [];
}

function collectedFacts({ sections }: SaveRequest): MachineRecord['facts'] {
  return Object.fromEntries(
    sectionNames.flatMap((name) => {
      const rows = sections[name]?.rows;
      const facts = rows && rowFacts(name, rows);
      return facts ? [[name, facts]] : [];
    }),
  );
}

function nextLine(
  known: MachineRecord | undefined,
  { at, receivedAt, agent }: SaveRequest,
  record: MachineRecord,
  changed: readonly Content[],
): HistoryLine {
  return {
    seq: record.seq,
    ...(known?.lastSeq !== undefined && { base: known.seq }),
    at,
    receivedAt,
    agent,
    ...(known && { previousSeen: known.lastSeen }),
    digest: stateDigest(digestsOf(record.sections)),
    machine: identityOf(record),
    ...changesOf(changed),
  };
}

/** Who a machine is, as each line of its history tells. */
export function identityOf({ id, aliases, name, kind, evidence, account, schedule }: MachineRecord): MachineIdentity {
  return { id, aliases, name, kind, evidence, account, ...present({ schedule }) };
}

/** What a line says of the sections that changed. */
export function changesOf(changed: readonly Content[]): Pick<HistoryLine, 'changed' | 'gone'> {
  const filled = changed.filter(({ digest }) => digest !== EMPTY);
  return {
    changed: Object.fromEntries(filled.map((content) => [content.name, storedSection(content)])),
    gone: changed.filter(({ digest }) => digest === EMPTY).map(({ name }) => name),
  };
}

function storedSection(content: Content): StoredSection {
  const { digest, long } = content;
  return long ? { digest, blob: true } : { digest, rows: JSON.parse(textOf(content)) };
}

/** The earlier of two times. */
export function earlier(a: string, b: string): string {
  return Date.parse(b) < Date.parse(a) ? b : a;
}

/** The later of two times. */
export function later(a: string, b: string): string {
  return Date.parse(b) > Date.parse(a) ? b : a;
}
