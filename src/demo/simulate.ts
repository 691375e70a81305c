import { compareTexts } from '../model/order.ts';
import { type Calendar, createCalendar, runTime } from './calendar.ts';
import { liveDays } from './days.ts';
import { type Change, type EventKind, eventKinds, usualKinds } from './events/change.ts';
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
  /** Machines report on every working day, not once a week. */
  readonly daily?: boolean;
  /** Kinds of events to plant; the usual ones where undefined. */
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

/** The machines of a fleet, one after the other. What happens is planned for some rooms at a time. */
export function* lives(options: FleetOptions): Generator<Life> {
  const random = createRandom(`school ${options.seed}`);
  const calendar = createCalendar(options.months, options.end);
  const bulletin = createBulletin(random.fork('bulletin'));
  for (let first = 0; first < options.machines; first += PLANNED_AT_ONCE) {
    const size = Math.min(PLANNED_AT_ONCE, options.machines - first);
    const { fleet, changes } = foundSchool({ ...options, first, size }, calendar, random);
    const due = changesByMachine(changes);
    for (const [index, machine] of fleet.entries()) {
      yield lifeOf(machine, due.get(index) ?? [], {
        ...{ index: first + index, calendar, random, bulletin },
        daily: options.daily === true,
      });
    }
  }
}

/** Ten rooms. */
const PLANNED_AT_ONCE = 250;

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
  readonly daily: boolean;
}

function lifeOf(born: DemoMachine, changes: readonly Change[], world: World): Life {
  const { index, calendar, random, bulletin, daily } = world;
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
    if (week < state.since || state.gone) continue;
    reports.push(reportOf(state, date));
    if (!daily) continue;
    const days = liveDays(state, date, calendar, random.fork(`days of week ${week} of ${index}`));
    reports.push(...days.reports);
    state = days.machine;
  }
  return { reports, answers };
}

function changesByMachine(changes: readonly Change[]): ReadonlyMap<number, readonly Change[]> {
  const byMachine = new Map<number, Change[]>();
  for (const change of changes) byMachine.set(change.machine, [...(byMachine.get(change.machine) ?? []), change]);
  return byMachine;
}

/** Machines enough that with those that come later there are as many as asked for. */
function foundSchool(
  { machines, plant = usualKinds, first, size }: FleetOptions & { readonly first: number; readonly size: number },
  calendar: Calendar,
  random: Random,
): Planted {
  const asked = eventKinds.filter((kind) => plant.includes(kind));
  const kinds = size > 1 ? asked : asked.filter((kind) => !bringing.includes(kind));
  const rounds = Math.ceil(size / 24);
  const later = calendar.weeks > 1 ? rounds * kinds.filter((kind) => bringing.includes(kind)).length : 0;
  const founders = Array.from({ length: Math.max(1, size - later) }, (_, nth) => {
    const index = first + nth;
    const place = isLarge({ machines }) ? placeInRoom(index) : undefined;
    return createMachine(index, calendar, random.fork(`machine ${index}`), place);
  });
  return plantEvents(founders, kinds, calendar.weeks, rounds, random.fork(first === 0 ? 'events' : `events ${first}`));
}

/** Kinds of events that bring a machine. */
const bringing: readonly EventKind[] = ['reimaged', 'cloned'];

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
