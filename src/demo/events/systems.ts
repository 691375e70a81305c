import { HOUR } from '../../model/time.ts';
import { dateText, deviceIdOf } from '../calendar.ts';
import { successors, systems } from '../data/systems.ts';
import { type DemoMachine, mapRows, withRows } from '../machine.ts';
import { repositories, softwaresOf } from '../software.ts';
import { systemFields } from '../system.ts';
import { type Change, type Draw, type Plan, pickMachine, pickWeek } from './change.ts';

/** A machine gets the next version of its system. */
export function systemUpgraded(draw: Draw): Plan | undefined {
  const picked = pickMachine(draw, ({ system }) => successors[system] !== undefined);
  const next = picked && successors[picked.machine.system];
  if (!picked || !next) return undefined;
  const week = pickWeek(draw, 0.3, 0.7);
  const apply: Change['apply'] = (state, date) => {
    const upgraded = mapRows({ ...state, system: next }, 'hardware', (row) => ({
      ...row,
      ...systemFields(systems[next]),
    }));
    return systems[next].family === 'debian' ? withPackages(upgraded, date, week) : upgraded;
  };
  return { changes: [{ kind: 'system-upgraded', week, machine: picked.index, detail: systems[next].comments, apply }] };
}

/** A machine is installed afresh: the same case comes back under another name and another device id. */
export function reimaged(draw: Draw): Plan | undefined {
  const old = pickMachine(draw, isOfWindows);
  if (!old) return undefined;
  const week = pickWeek(draw, 0.4, 0.7);
  const name = `DESKTOP-${draw.random.fill('@@@@@@@')}`;
  const newcomer = { ...old.machine, deviceId: '', name, since: week, updated: week };
  const install: Change['apply'] = (state, date) => installed(state, date, week);
  const change = { kind: 'reimaged', detail: name, week } as const;
  return {
    changes: [
      { ...change, machine: old.index, apply: (state) => ({ ...state, gone: true }) },
      { ...change, machine: draw.fleet.length, apply: install },
    ],
    newcomers: [newcomer],
  };
}

/** A machine is no longer heard of. */
export function silent(draw: Draw): Plan | undefined {
  const picked = pickMachine(draw, ({ place }) => place.role.wing !== 'SRV');
  if (!picked) return undefined;
  const apply: Change['apply'] = (state) => ({ ...state, gone: true });
  return { changes: [{ kind: 'silent', week: pickWeek(draw, 0.55, 0.65), machine: picked.index, detail: '', apply }] };
}

function isOfWindows({ system, place }: DemoMachine): boolean {
  return systems[system].family === 'windows' && !place.role.staff;
}

function installed(machine: DemoMachine, date: Date, week: number): DemoMachine {
  const deviceId = deviceIdOf(machine.name, new Date(date.getTime() - HOUR));
  const renamed = mapRows({ ...machine, deviceId }, 'hardware', (row) => ({ ...row, name: machine.name }));
  return withRows(renamed, 'softwares', softwaresOf(machine.system, dateText(date), week, machine.place.role.image));
}

function withPackages(machine: DemoMachine, date: Date, week: number): DemoMachine {
  const packages = withRows(
    machine,
    'softwares',
    softwaresOf(machine.system, dateText(date), week, machine.place.role.image),
  );
  return { ...withRows(packages, 'repository', repositories(machine.system)), updated: week };
}
