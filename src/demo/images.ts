import type { SectionRow } from '../model/catalogue.ts';
import { DAY } from '../model/time.ts';
import { dateText } from './calendar.ts';
import { type SystemName, systems } from './data/systems.ts';
import { nextVersion } from './data/versions.ts';
import type { Bulletin, Moment } from './life.ts';
import { type DemoMachine, rowsOf } from './machine.ts';
import { releaseOf } from './releases.ts';

type Software = SectionRow<'softwares'>;

/** An image as it was installed, and as it is once the updates of some week are in: the same on every machine of a room. */
interface Image {
  readonly rows: readonly Software[];
  /** The week whose updates it came with. */
  readonly since: number;
  readonly weeks: Map<number, readonly Software[]>;
}

/** The packages of a machine once the updates up to a week are in, each dated to the Monday on which it was let in. */
export function imageAt(machine: DemoMachine, { week, date }: Moment, bulletin: Bulletin): readonly Software[] {
  const image = imageOf(machine);
  const known = image.weeks.get(week);
  if (known) return known;
  const monday = new Date(date.getTime() - ((date.getUTCDay() + 6) % 7) * DAY);
  const names = new Map(weeksOf(image, week).map((one) => [one, bulletin(systems[machine.system].family, one)]));
  const rows = image.rows.map((row) => {
    const update = released(row, machine.system, image, week) ?? patched(row, names);
    return update
      ? { ...row, version: update.version, installDate: dateText(weeksBefore(monday, week - update.week)) }
      : row;
  });
  image.weeks.set(week, rows);
  images.set(rows, image);
  return rows;
}

const images = new WeakMap<readonly Software[], Image>();

function imageOf(machine: DemoMachine): Image {
  const rows = rowsOf(machine, 'softwares');
  const image = images.get(rows) ?? { rows, since: machine.updated, weeks: new Map() };
  images.set(rows, image);
  return image;
}

function weeksOf({ since }: Image, until: number): readonly number[] {
  return Array.from({ length: until - since }, (_, nth) => since + 1 + nth);
}

interface Update {
  readonly version: string;
  readonly week: number;
}

/** What is sold anew every few weeks: the first week of the version that the week offers. */
function released(row: Software, system: SystemName, image: Image, week: number): Update | undefined {
  const version = releaseOf(row.name ?? '', week, system);
  if (version === undefined || version === row.version) return undefined;
  const first = weeksOf(image, week).find((one) => releaseOf(row.name ?? '', one, system) === version);
  return { version, week: first ?? week };
}

function patched(row: Software, names: ReadonlyMap<number, readonly string[]>): Update | undefined {
  const weeks = [...names].flatMap(([week, named]) => named.filter((name) => name === row.name).map(() => week));
  const last = weeks.at(-1);
  if (row.version === undefined || last === undefined) return undefined;
  return { version: weeks.reduce<string>(nextVersion, row.version), week: last };
}

function weeksBefore(date: Date, weeks: number): Date {
  return new Date(date.getTime() - weeks * 7 * DAY);
}
