import type { RowChange } from '../../delta/types.ts';
import type { MachineRow } from '../../fleet/fleet.ts';
import { formatNumber, formatTime } from '../../i18n/format.ts';
import { describe, type SectionName } from '../../model/catalogue.ts';
import { type Body, messageBody, waitingBody } from '../body.ts';
import { changeRoles, changeSigns } from '../change-signs.ts';
import { changeName, changeSummary } from '../change-text.ts';
import { fitColumns, rowLine, titleLine } from '../columns.ts';
import { cursorIndex } from '../cursor.ts';
import { fleetTable, type ListReader } from '../fleet-columns.ts';
import { listedMachines, listReader, machinesOf } from '../fleet-list.ts';
import { EMPTY_LINE, fitLine, type Line, line, opposite, span } from '../line.ts';
import { flagsOf } from '../machine-state.ts';
import { answerTo, deltaQueries, deltaQuery, placeOf, type Query } from '../queries.ts';
import { remember } from '../remember.ts';
import type { FleetRoute, Spot } from '../routes.ts';
import { type State, textsOf } from '../state.ts';
import { typingSpans } from '../typing-line.ts';
import { snapshotAt } from './names.ts';
import type { Aside, Screen } from './screen.ts';

/** The list of all machines, and what changed last on the one under the cursor. */
export const fleetScreen: Screen<FleetRoute> = {
  headHeight: 2,
  margin: 0,
  queries: (state, route) => [{ kind: 'machines' }, ...previewQueries(state, route)],
  crumbs: (state) => [textsOf(state).title],
  status: fleetStatus,
  head: (state, route, width) => [filterLine(state, route, width), titles(state, width)],
  body: fleetBody,
  aside: preview,
};

/** The machine under the cursor. */
export function machineAtCursor(state: State, route: FleetRoute): MachineRow | undefined {
  const machines = listedMachines(state, route);
  return machines[cursorIndex(route.cursor, idsOf(machines))];
}

function fleetStatus(state: State): string {
  const machines = machinesOf(state);
  const texts = textsOf(state);
  const flags = machines.flatMap((machine) => flagsOf(machine, state.now));
  const count = (wanted: string, say: (count: string, one: boolean) => string) => {
    const found = flags.filter((flag) => flag === wanted).length;
    return found > 0 ? [say(formatNumber(state.language, found), found === 1)] : [];
  };
  const total = texts.machines(formatNumber(state.language, machines.length), machines.length === 1);
  return [total, ...count('silent', texts.silent), ...count('double', texts.doubles)].join(' · ');
}

function filterLine(state: State, route: FleetRoute, width: number): Line {
  const texts = textsOf(state);
  const sorted = span(texts.sortedBy(texts.columns[route.sort], route.descending), 'dim');
  const typing = typingSpans(state, route.filter);
  if (!typing) return opposite(EMPTY_LINE, [sorted], width);
  const shown = formatNumber(state.language, listedMachines(state, route).length);
  const count = span(`${texts.shown(shown, formatNumber(state.language, machinesOf(state).length))} · `, 'dim');
  return opposite(typing, [count, sorted], width);
}

function titles(state: State, width: number): Line {
  return machinesOf(state).length > 0 ? titleLine(table(machinesOf(state), listReader(state), width)) : EMPTY_LINE;
}

/** Widths come from the whole fleet, so that columns stay where they are while a filter is typed. */
const table = remember((machines: readonly MachineRow[], reader: ListReader, width: number) =>
  fitColumns(fleetTable(reader), machines, width),
);

const idsOf = remember((machines: readonly MachineRow[]) => machines.map(({ id }) => id));

function fleetBody(state: State, route: FleetRoute, width: number): Body {
  const answer = answerTo(state.cache, { kind: 'machines' });
  const texts = textsOf(state);
  if (!answer?.value) return waitingBody(state, answer, width);
  if (answer.value.length === 0) return messageBody(texts.empty.map((text) => line(text)));
  const machines = listedMachines(state, route);
  if (machines.length === 0) return messageBody([line(texts.noMatch, 'dim')]);
  const columns = table(answer.value, listReader(state), width);
  return {
    keys: idsOf(machines),
    line: (index) => (machines[index] ? rowLine(columns, machines[index]) : EMPTY_LINE),
    sign: (index) => (route.marked !== undefined && machines[index]?.id === route.marked ? '*' : undefined),
  };
}

function previewQueries(state: State, route: FleetRoute): readonly Query[] {
  const machine = hasPreview(state) ? machineAtCursor(state, route) : undefined;
  return machine ? deltaQueries(state.cache, { id: machine.id, seq: 'previous' }, newest(machine)) : [];
}

function preview(state: State, route: FleetRoute): Aside | undefined {
  if (!hasPreview(state)) return undefined;
  const width = Math.floor(state.size.columns * PREVIEW_SHARE);
  const machine = machineAtCursor(state, route);
  return { width, lines: machine ? previewLines(state, machine, width) : [] };
}

function previewLines(state: State, machine: MachineRow, width: number): readonly Line[] {
  const texts = textsOf(state);
  const { entry, timeline, previous } = snapshotAt(state, newest(machine));
  const title = line(machine.name, 'strong');
  if (!entry) return [title, line(timeline.length > 0 ? '' : texts.loading, 'dim')];
  const day = line(texts.preview.title(formatTime(state.language, entry.at)), 'dim');
  if (!previous) return [title, day, EMPTY_LINE, line(texts.preview.first, 'dim')];
  return [title, day, EMPTY_LINE, ...changeLines(state, machine, width)];
}

function changeLines(state: State, machine: MachineRow, width: number): readonly Line[] {
  const texts = textsOf(state);
  const [before, after] = [{ id: machine.id, seq: 'previous' } as const, newest(machine)];
  const query = deltaQuery(placeOf(state.cache, before), placeOf(state.cache, after));
  const answer = query && answerTo(state.cache, query);
  if (!answer?.value) return [line(answer?.error ? texts.failed(answer.error) : texts.loading, 'dim')];
  if (answer.value.sections.length === 0) return [line(texts.preview.same, 'dim')];
  return answer.value.sections.flatMap(({ name, changes }, index) => [
    ...(index > 0 ? [EMPTY_LINE] : []),
    line(describe(name).label[state.language]),
    ...changes.slice(0, MAX_PREVIEWED).map((change) => fitLine(changeLine(state, name, change), width)),
    ...(changes.length > MAX_PREVIEWED ? [line(`… ${changes.length - MAX_PREVIEWED}`, 'dim')] : []),
  ]);
}

function changeLine(state: State, section: SectionName, change: RowChange): Line {
  const sign = span(`${changeSigns[change.kind]} `, changeRoles[change.kind]);
  const name = describe(section).cardinality === 'one' ? '' : `${changeName(state, section, change)}  `;
  return [sign, span(name), span(changeSummary(state, section, change), 'dim')];
}

function hasPreview({ size }: State): boolean {
  return size.columns >= MIN_PREVIEW;
}

function newest({ id }: MachineRow): Spot {
  return { id, seq: 'newest' };
}

const MIN_PREVIEW = 120;
const PREVIEW_SHARE = 0.36;
const MAX_PREVIEWED = 12;
