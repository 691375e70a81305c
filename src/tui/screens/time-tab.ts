import type { TimelineEntry } from '../../fleet/fleet.ts';
import { type Body, waitingBody } from '../body.ts';
import { rowLine, titleLine } from '../columns.ts';
import { EMPTY_LINE, type Line } from '../line.ts';
import { answerTo } from '../queries.ts';
import { remember } from '../remember.ts';
import type { MachineRoute } from '../routes.ts';
import type { State } from '../state.ts';
import type { Table } from '../taking/table.ts';
import { timelineTable } from '../timeline-lines.ts';
import { machineName, snapshotsOf } from './lookups.ts';

/** The snapshots of the machine, newest first. */
export function timelineEntries(state: State, { spot }: MachineRoute): readonly TimelineEntry[] {
  return newestFirst(snapshotsOf(state, spot.id));
}

export function timelineTitles(state: State, { spot }: MachineRoute, width: number): Line {
  return titleLine(timelineTable(snapshotsOf(state, spot.id), state.language, width));
}

export function timelineBody(state: State, route: MachineRoute, width: number): Body {
  const { spot, marked } = route;
  const entries = timelineEntries(state, route);
  if (entries.length === 0) return waitingBody(state, answerTo(state.cache, { kind: 'timeline', id: spot.id }), width);
  const columns = timelineTable(snapshotsOf(state, spot.id), state.language, width);
  return {
    keys: entries.map(({ seq }) => String(seq)),
    line: (index) => (entries[index] ? rowLine(columns, entries[index]) : EMPTY_LINE),
    sign: (index) => (marked !== undefined && entries[index]?.seq === marked ? 'A' : undefined),
  };
}

export function timelineData(state: State, route: MachineRoute): Table {
  const entries = timelineEntries(state, route);
  const columns = timelineTable(snapshotsOf(state, route.spot.id), state.language, Number.MAX_SAFE_INTEGER);
  const at = entries.findIndex(({ seq }) => String(seq) === route.cursor.key);
  const entry = entries[at] ?? entries[0];
  return {
    name: `${machineName(state, route.spot.id)}-timeline`,
    columns: columns.map(({ title }) => title),
    rows: entries.map((one) => columns.map(({ text }) => text(one).trim())),
    records: entries,
    at: Math.max(0, at),
    ...(entry && { value: entry.at, path: `${route.spot.id}@#${entry.seq}` }),
  };
}

const newestFirst = remember((timeline: readonly TimelineEntry[]) => timeline.toReversed());
