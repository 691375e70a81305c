import type { SectionRow } from '../model/catalogue.ts';
import { MINUTE } from '../model/time.ts';
import { dateText } from './calendar.ts';
import { advisories } from './data/advisories.ts';
import { pupils, teachers } from './data/people.ts';
import { systems } from './data/systems.ts';
import { nextVersion } from './data/versions.ts';
import { liveDevice } from './devices.ts';
import { imageAt } from './images.ts';
import { type DemoMachine, mapRows, rowsOf, withRows } from './machine.ts';
import type { Random } from './random.ts';
import { releaseOf } from './releases.ts';

/** What security updates each week brings, by family of systems: the same for the whole school. */
export type Bulletin = (family: keyof typeof advisories, week: number) => readonly string[];

/** When a machine lives through a week. */
export interface Moment {
  readonly week: number;
  readonly date: Date;
  readonly random: Random;
}

/** Three updates a week, drawn for the whole school. */
export function createBulletin(random: Random): Bulletin {
  return (family, week) => {
    const draw = random.fork(`${family} ${week}`);
    return [draw.pick(advisories[family]), draw.pick(advisories[family]), draw.pick(advisories[family])];
  };
}

/** A week of ordinary life: updates on most machines, disks that fill, people who come and go. */
export function liveWeek(machine: DemoMachine, moment: Moment, bulletin: Bulletin): DemoMachine {
  if (machine.place.role.device) return liveDevice(machine, moment);
  const updates = moment.week === machine.since || moment.random.chance(0.7);
  return livelyValues(updates ? updateSoftware(machine, moment, bulletin) : machine, moment);
}

function updateSoftware(machine: DemoMachine, moment: Moment, bulletin: Bulletin): DemoMachine {
  const updated = machine.place.role.image
    ? imageAt(machine, moment, bulletin)
    : updatedRows(machine, moment, bulletin);
  return { ...updateWindows(withRows(machine, 'softwares', updated), moment.week), updated: moment.week };
}

type Software = SectionRow<'softwares'>;

function updatedRows(machine: DemoMachine, { week, date }: Moment, bulletin: Bulletin): readonly Software[] {
  const system = systems[machine.system];
  const missed = Array.from({ length: week - machine.updated }, (_, index) => machine.updated + 1 + index);
  const named = new Map<string, number>();
  for (const name of missed.flatMap((one) => bulletin(system.family, one))) named.set(name, (named.get(name) ?? 0) + 1);
  const installDate = dateText(date);
  return rowsOf(machine, 'softwares').map((row) => {
    const version = releaseOf(row.name ?? '', week, machine.system) ?? patched(row, named);
    return version === row.version || version === undefined ? row : { ...row, version, installDate };
  });
}

function patched(row: Software, named: ReadonlyMap<string, number>): string | undefined {
  const times = named.get(row.name ?? '') ?? 0;
  return row.version && Array.from({ length: times }).reduce<string>(nextVersion, row.version);
}

/** Windows counts its monthly updates in the last number of its version. */
function updateWindows(machine: DemoMachine, week: number): DemoMachine {
  const { family, version } = systems[machine.system];
  if (family !== 'windows') return machine;
  const osVersion = `${version}.${6584 + 173 * Math.floor(week / 4)}`;
  return mapRows(machine, 'hardware', (row) => ({ ...row, osVersion }));
}

/** What changes at every run and is no news. */
export function livelyValues(machine: DemoMachine, { date, random }: Pick<Moment, 'date' | 'random'>): DemoMachine {
  const user =
    machine.place.role.wing === 'SRV' ? 'gestion' : random.pick(machine.place.role.staff ? teachers : pupils).login;
  const boot = new Date(date.getTime() - random.between(5, 180) * MINUTE);
  const started = `${dateText(boot).split('-').reverse().join('-')} ${boot.toISOString().slice(11, 19)}`;
  const people = { users: [user], lastUser: user };
  let lively = mapRows(machine, 'hardware', (row) => ({ ...row, ...people, description: `${row.arch}/${started}` }));
  lively = mapRows(lively, 'cpus', (row) => ({ ...row, currentSpeed: random.between(800, row.speed ?? 3000) }));
  lively = mapRows(lively, 'drives', (row) => ({ ...row, free: fill(row.free ?? 0, row.total ?? 0, random) }));
  lively = mapRows(lively, 'antivirus', (row) => ({ ...row, baseCreation: dateText(date) }));
  return mapRows(lively, 'batteries', (row) => ({ ...row, charge: random.between(22, 100) }));
}

/** Free space a week later: mostly less, sometimes a clean-up. */
function fill(free: number, total: number, random: Random): number {
  const moved = random.between(-Math.ceil(total / 60), Math.ceil(total / 120));
  return Math.max(Math.ceil(total / 50), Math.min(total, free + moved));
}
