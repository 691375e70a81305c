import { compareTexts } from '../model/order.ts';
import type { Change, ChangeRange } from './fleet.ts';
import type { FleetIndex } from './index/fleet-index.ts';
import { joinMoves, MOVE_WITHIN, mayBeMove } from './moves.ts';

/** The changes of a range, newest first. Both halves of a move count, also where one of them is out of the range. */
export async function changesIn(index: FleetIndex, range: ChangeRange): Promise<readonly Change[]> {
  const { since, until } = range;
  const around = [
    ...(await index.changes(since - MOVE_WITHIN, since - 1, 'parts')),
    ...(await index.changes(until + 1, until + MOVE_WITHIN, 'parts')),
  ];
  const joined = joinMoves([...around.filter(mayBeMove), ...(await index.changes(since, until))]);
  return joined.filter((change) => isAsked(change, range)).sort(newestFirst);
}

function isAsked({ at, machine, from, section }: Change, range: ChangeRange): boolean {
  const time = Date.parse(at);
  const machines = [machine.id, from.machine?.id];
  return (
    range.since <= time &&
    time <= range.until &&
    (range.machine === undefined || machines.includes(range.machine)) &&
    (range.section === undefined || section === range.section)
  );
}

function newestFirst(a: Change, b: Change): number {
  return Date.parse(b.at) - Date.parse(a.at) || compareTexts(a.machine.name, b.machine.name);
}
