import type { DemoMachine } from '../machine.ts';
import type { Random } from '../random.ts';

/** What is planted in a fleet for pupils to find; the harder a kind is to place, the earlier it stands. */
export const usualKinds = [
  'reimaged',
  'disk-replaced',
  'system-upgraded',
  'memory-moved',
  'antivirus-off',
  'silent',
  'forbidden-software',
  'account-created',
  'address-changed',
] as const;

/** What `--plant all` plants: also what a school hopes not to see every term. */
export const eventKinds = [...usualKinds, 'cloned', 'memory-stolen', 'upgrade-unfinished'] as const;
export type EventKind = (typeof eventKinds)[number];

/** What happens to one machine, before its inventory of one week. */
export interface Change {
  readonly kind: EventKind;
  readonly week: number;
  /** Its place in the fleet. */
  readonly machine: number;
  /** The part, program, account or address, for the answer key. */
  readonly detail: string;
  apply(machine: DemoMachine, date: Date): DemoMachine;
}

/** What an event is planned from. */
export interface Draw {
  readonly random: Random;
  /** Weeks of the fleet. */
  readonly weeks: number;
  readonly fleet: readonly DemoMachine[];
  /** Machines on which nothing is planned yet, by their place in the fleet. */
  readonly free: readonly number[];
}

/** The changes of one event, and the machines it brings; undefined where no machine is fit for it. */
export interface Plan {
  readonly changes: readonly Change[];
  readonly newcomers?: readonly DemoMachine[];
}
export type Planner = (draw: Draw) => Plan | undefined;

/** A machine, and its place in the fleet. */
export interface Picked {
  readonly index: number;
  readonly machine: DemoMachine;
}

/** A machine on which nothing is planned yet and that is fit; undefined where there is none. */
export function pickMachine(draw: Draw, suits: (machine: DemoMachine) => boolean): Picked | undefined {
  const fitting = draw.free.flatMap((index) => {
    const machine = draw.fleet[index];
    return machine && suits(machine) ? { index, machine } : [];
  });
  return fitting.length > 0 ? draw.random.pick(fitting) : undefined;
}

/** A week between two shares of the fleet's time, never the first. */
export function pickWeek({ random, weeks }: Draw, from: number, to: number): number {
  const last = weeks - 1;
  return Math.max(1, random.between(Math.round(last * from), Math.round(last * to)));
}
