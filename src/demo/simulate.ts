import { compareTexts } from '../model/order.ts';
import { type Calendar, createCalendar, runTime } from './calendar.ts';
import { type Change, type EventKind, eventKinds } from './events/change.ts';
import { type Planted, plantEvents } from './events.ts';
import { type Bulletin, createBulletin, liveWeek } from './life.ts';
import { createMachine, type DemoMachine } from './machine.ts';
import { createRandom, type Random } from './random.ts';
import { type DemoReport, reportOf } from './report.ts';
import { isLarge, placeInRoom } from './rooms.ts';

/** A made-up fleet: the same options give the same inventories. */
export interface FleetOptions {
  /** Machines the fleet list has at the end, fresh installations of the same case included. */
  readonly machines: number;
  readonly months: number;
  readonly seed: number;
  /** The fleet's last day, in UTC. */
  readonly end: Date;
  /** Kinds of events to plant; all of them where undefined. */
  readonly plant?: readonly EventKind[];
}

/** One line of the answer key. */
export interface Answer {
  readonly kind: EventKind;
  /** ISO 8601 in UTC: the inventory that shows it, or would have. */
  readonly at: string;
  readonly machine: { readonly id: string; readonly name: string };
  readonly detail: string;
}

/** What one machine of a fleet goes through. */
export interface Life {
  /** Its inventories, oldest first; none for a machine that came too late for one. */
  readonly reports: readonly DemoReport[];
  /** What was planted on it. */
  readonly answers: readonly Answer[];
}

/** The machines of a fleet, one after the other. */
export function* lives(options: FleetOptions): Generator<Life> {
  const random = createRandom(`school ${options.seed}`);
  const calendar = createCalendar(options.months, options.end);
  const { fleet, changes } = foundSchool(options, calendar, random);
  const bulletin = createBulletin(random.fork('bulletin'));
  const due = changesByMachine(changes);
  for (const [index, machine] of fleet.entries()) {
    yield lifeOf(machine, due.get(index) ?? [], { index, calendar, random, bulletin });
  }
}

/** Every inventory of a fleet, oldest first. */
export function simulate(options: FleetOptions): readonly DemoReport[] {
  const reports = [...lives(options)].flatMap((life) => life.reports);
  return reports.sort((one, other) => compareTexts(one.receivedAt, other.receivedAt));
}

/** What was planted in a fleet, oldest first: the answer key. */
export function answersOf(options: FleetOptions): readonly Answer[] {
  const answers = [...lives(options)].flatMap((life) => life.answers);
  return answers.sort((one, other) => compareTexts(one.at, other.at));
}

interface World {
  readonly index: number;
  readonly calendar: Calendar;
  readonly random: Random;
  readonly bulletin: Bulletin;
}

function lifeOf(born: DemoMachine, changes: readonly Change[], { index, calendar, random, bulletin }: World): Life {
  const [reports, answers]: [DemoReport[], Answer[]] = [[], []];
  let state = born;
  for (let week = 0; week < calendar.weeks; week += 1) {
    const draw = random.fork(`week ${week} of ${index}`);
    const date = runTime(calendar, week, state.slot, draw.between(0, 25));
    const due = changes.filter((change) => change.week === week);
    state = liveThrough(state, due, { week, date, random: draw }, bulletin);
    for (const { kind, detail } of due) {
      answers.push({ kind, at: date.toISOString(), machine: { id: state.deviceId, name: state.name }, detail });
    }
    if (week >= state.since && !state.gone) reports.push(reportOf(state, date));
  }
  return { reports, answers };
}

function changesByMachine(changes: readonly Change[]): ReadonlyMap<number, readonly Change[]> {
  const byMachine = new Map<number, Change[]>();
  for (const change of changes) byMachine.set(change.machine, [...(byMachine.get(change.machine) ?? []), change]);
  return byMachine;
}

/** Machines enough that with those that come later the fleet has the size asked for. */
function foundSchool({ machines, plant }: FleetOptions, calendar: Calendar, random: Random): Planted {
  const asked = eventKinds.filter((kind) => plant?.includes(kind) ?? true);
  const kinds = machines > 1 ? asked : asked.filter((kind) => kind !== 'reimaged');
  const rounds = Math.ceil(machines / 24);
  const later = kinds.includes('reimaged') && calendar.weeks > 1 ? rounds : 0;
  const first = Array.from({ length: machines - later }, (_, index) =>
    createMachine(
      index,
      calendar,
      random.fork(`machine ${index}`),
      isLarge({ machines }) ? placeInRoom(index) : undefined,
    ),
  );
  return plantEvents(first, kinds, calendar.weeks, rounds, random.fork('events'));
}

function liveThrough(
  machine: DemoMachine,
  due: readonly Change[],
  moment: { readonly week: number; readonly date: Date; readonly random: Random },
  bulletin: Bulletin,
): DemoMachine {
  if (machine.gone || moment.week < machine.since) return machine;
  const changed = due.reduce((state, change) => change.apply(state, moment.date), machine);
  return changed.gone ? changed : liveWeek(changed, moment, bulletin);
}
