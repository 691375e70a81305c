import { stateDigest } from '../model/canonical.ts';
import type { Content } from './content.ts';
import type { HistoryLine } from './history.ts';
import { type Advance, changesOf, earlier, identityOf, isAhead, lastSeqOf } from './state.ts';
import type { MachineRecord, SaveRequest, SnapshotHead } from './store.ts';

/** True where a state was made before the machine was last seen: it is past, and changes nothing of what is known now. */
export function isLate(known: MachineRecord | undefined, request: Moment): known is MachineRecord {
  if (known === undefined || known.seq === 0 || isAhead(known, request)) return false;
  return Date.parse(request.at) < Date.parse(known.lastSeen);
}

type Moment = Pick<SaveRequest, 'at' | 'receivedAt'>;

/** The snapshot that a late state follows; undefined where it is the oldest. `heads` oldest first. */
export function groundOf(heads: readonly SnapshotHead[], at: string): SnapshotHead | undefined {
  return heads.findLast((head) => Date.parse(head.at) <= Date.parse(at));
}

/**
 * Puts a late state into the history. Where the machine was seen in the state before it both earlier and later, it went
 * back to that: a second snapshot says so. `heads` and `contents` are those of the machine and of the request.
 */
export function insertLate(
  known: MachineRecord,
  heads: readonly SnapshotHead[],
  request: SaveRequest,
  contents: readonly Content[],
): Advance {
  const ground = groundOf(heads, request.at);
  const record = { ...known, firstSeen: earlier(known.firstSeen, request.at) };
  const changed = contents.filter(({ name, digest }) => digest !== ground?.sections[name]);
  const blobs = contents.filter(({ long }) => long);
  if (ground && changed.length === 0) return { record, blobs, seq: ground.seq };
  const next = heads[ground ? heads.indexOf(ground) + 1 : 0];
  const seen = seenUntil(known, ground, next);
  const again = ground && seen > request.at ? wentBack(known, ground, { from: request.at, at: seen }) : undefined;
  const line = lateLine(known, ground, { request, changed, seen: again ? ground?.at : seen, skip: again ? 1 : 0 });
  const isNow = again !== undefined && next === undefined;
  return {
    record: { ...record, ...(isNow && { seq: again.seq, changedAt: again.at }), lastSeq: line.seq },
    // A power cut between the two leaves the one that changes nothing.
    lines: again ? [again, line] : [line],
    seq: line.seq,
    blobs,
  };
}

/** When the machine was last seen in the state that a late one follows. */
function seenUntil({ lastSeen }: MachineRecord, ground: SnapshotHead | undefined, next: SnapshotHead | undefined) {
  return next ? (next.previousSeen ?? ground?.at ?? '') : lastSeen;
}

function wentBack(
  known: MachineRecord,
  { seq, agent, digest }: SnapshotHead,
  { from, at }: { readonly from: string; readonly at: string },
): HistoryLine {
  return {
    seq: lastSeqOf(known) + 1,
    base: seq,
    at,
    receivedAt: at,
    agent,
    previousSeen: from,
    digest,
    machine: identityOf(known),
    changed: {},
    gone: [],
  };
}

interface LateState {
  readonly request: SaveRequest;
  readonly changed: readonly Content[];
  /** When the machine was last seen in the state before; '' where there is none. */
  readonly seen: string | undefined;
  /** Numbers given to others. */
  readonly skip: number;
}

function lateLine(
  known: MachineRecord,
  ground: SnapshotHead | undefined,
  { request, changed, seen, skip }: LateState,
): HistoryLine {
  const { at, receivedAt, agent, name, kind, evidence } = request;
  const digests = Object.fromEntries(changed.map(({ name, digest }) => [name, digest]));
  return {
    seq: lastSeqOf(known) + 1 + skip,
    base: ground?.seq ?? 0,
    at,
    receivedAt,
    agent,
    ...(ground && seen && { previousSeen: seen }),
    digest: stateDigest({ ...ground?.sections, ...digests }),
    machine: { ...identityOf(known), name, kind, evidence },
    ...changesOf(changed),
  };
}
