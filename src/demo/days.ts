import { DAY, MINUTE } from '../model/time.ts';
import type { Calendar } from './calendar.ts';
import { livelyValues } from './life.ts';
import { type DemoMachine, mapRows } from './machine.ts';
import type { Random } from './random.ts';
import { type DemoReport, reportOf } from './report.ts';

/** What a machine says between its run of a week and that of the next: nothing happens to it but everyday noise. */
export interface Days {
  readonly machine: DemoMachine;
  readonly reports: readonly DemoReport[];
}

/** Its runs on the working days after `run`, none after the fleet's last day; on some it is switched off. */
export function liveDays(machine: DemoMachine, run: Date, { lastDay }: Calendar, random: Random): Days {
  const reports: DemoReport[] = [];
  let state = machine;
  for (let day = 1; day < 7; day += 1) {
    const draw = random.fork(`day ${day}`);
    const date = new Date(run.getTime() + day * DAY + draw.between(-20, 20) * MINUTE);
    if (!isWorkingDay(date) || date.getTime() >= lastDay + DAY || !draw.chance(0.9)) continue;
    if (!state.place.role.device) state = livelyValues(state, { date, random: draw });
    reports.push(reportOf(draw.chance(0.03) ? bootedOtherwise(state) : state, date));
  }
  return { machine: state, reports };
}

function isWorkingDay(date: Date): boolean {
  return date.getUTCDay() % 6 !== 0;
}

/** The kernel keeps a little more or less memory for itself: it is no news, and is told as noise. */
function bootedOtherwise(machine: DemoMachine): DemoMachine {
  return mapRows(machine, 'hardware', (row) => (row.memory === undefined ? row : { ...row, memory: row.memory - 4 }));
}
