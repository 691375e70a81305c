import { compareTexts } from '../model/order.ts';
import { type Calendar, createCalendar, runTime } from './calendar.ts';
import { type Change, type EventKind, eventKinds } from './events/change.ts';
import { type Planted, plantEvents } from './events.ts';
import { type Bulletin, createBulletin, liveWeek } from './life.ts';
import { createMachine, type DemoMachine } from './machine.ts';
import { createRandom, type Random } from './random.ts';
import { type DemoReport, reportOf } from './report.ts';

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

/** Every inventory of a fleet, oldest first. */
export function* simulate(options: FleetOptions, answered?: (answer: Answer) => void): Generator<DemoReport> {
  const random = createRandom(`school ${options.seed}`);
  const calendar = createCalendar(options.months, options.end);
  const { fleet, changes } = foundSchool(options, calendar, random);
  const states = [...fleet];
  const bulletin = createBulletin(random.fork('bulletin'));
  for (let week = 0; week < calendar.weeks; week += 1) {
    const reports: DemoReport[] = [];
    for (const [index, state] of states.entries()) {
      const draw = random.fork(`week ${week} of ${index}`);
      const date = runTime(calendar, week, state.slot, draw.between(0, 25));
      const due = changes.filter((change) => change.machine === index && change.week === week);
      const next = liveThrough(state, due, { week, date, random: draw }, bulletin);
      states[index] = next;
      for (const { kind, detail } of due) {
        answered?.({ kind, at: date.toISOString(), machine: { id: next.deviceId, name: next.name }, detail });
      }
      if (week >= next.since && !next.gone) reports.push(reportOf(next, date));
    }
    yield* reports.sort((one, other) => compareTexts(one.receivedAt, other.receivedAt));
  }
}

/** What was planted in a fleet, oldest first: the answer key. */
export function answersOf(options: FleetOptions): readonly Answer[] {
  const answers: Answer[] = [];
  for (const _ of simulate(options, (answer) => answers.push(answer)));
  return answers.sort((one, other) => compareTexts(one.at, other.at));
}

/** Machines enough that with those that come later the fleet has the size asked for. */
function foundSchool({ machines, plant }: FleetOptions, calendar: Calendar, random: Random): Planted {
  const asked = eventKinds.filter((kind) => plant?.includes(kind) ?? true);
  const kinds = machines > 1 ? asked : asked.filter((kind) => kind !== 'reimaged');
  const rounds = Math.ceil(machines / 24);
  const later = kinds.includes('reimaged') && calendar.weeks > 1 ? rounds : 0;
  const first = Array.from({ length: machines - later }, (_, index) =>
    createMachine(index, calendar, random.fork(`machine ${index}`)),
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
