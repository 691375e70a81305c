import { HOUR } from '../../model/time.ts';
import { dateText, deviceIdOf } from '../calendar.ts';
import { successors, systems } from '../data/systems.ts';
import { type DemoMachine, mapRows, rowsOf, withRows } from '../machine.ts';
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

/** A machine is copied with all its numbers but that of its network card, and both report. */
export function cloned(draw: Draw): Plan | undefined {
  const original = pickMachine(draw, ({ place }) => !place.role.unprivileged);
  if (!original) return undefined;
  const { machine } = original;
  const [week, name] = [pickWeek(draw, 0.4, 0.8), `${machine.name}-B`];
  const mac = draw.random.fill('52:54:00:%%:%%:%%');
  const networks = rowsOf(machine, 'networks').map((row) => ({ ...row, mac }));
  const newcomer = { ...withRows(machine, 'networks', networks), deviceId: '', name, since: week, updated: week };
  const change = { kind: 'cloned', week, detail: name } as const;
  return {
    changes: [
      { ...change, machine: original.index, apply: (state) => state },
      { ...change, machine: draw.fleet.length, apply: named },
    ],
    newcomers: [newcomer],
  };
}

/** An upgrade stops half way: the system says that it is the next one, half of the packages are still of the old. */
export function upgradeUnfinished(draw: Draw): Plan | undefined {
  const picked = pickMachine(draw, ({ system }) => system === 'debian12');
  if (!picked) return undefined;
  const week = pickWeek(draw, 0.4, 0.8);
  const apply: Change['apply'] = (state, date) => {
    const image = state.place.role.image;
    const upgraded = new Map(softwaresOf('debian13', dateText(date), week, image).map((row) => [row.name, row]));
    const names = [...upgraded.keys()].toSorted();
    const middle = names[Math.floor(names.length / 2)] ?? '';
    const half = mapRows(state, 'softwares', (row) =>
      (row.name ?? '') < middle ? (upgraded.get(row.name ?? '') ?? row) : row,
    );
    return mapRows(half, 'hardware', (row) => ({ ...row, ...systemFields(systems.debian13) }));
  };
  return {
    changes: [{ kind: 'upgrade-unfinished', week, machine: picked.index, detail: systems.debian13.comments, apply }],
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

/** The newcomer under its own name and id. */
function named(machine: DemoMachine, date: Date): DemoMachine {
  const deviceId = deviceIdOf(machine.name, new Date(date.getTime() - HOUR));
  return mapRows({ ...machine, deviceId }, 'hardware', (row) => ({ ...row, name: machine.name }));
}

function installed(machine: DemoMachine, date: Date, week: number): DemoMachine {
  return withRows(
    named(machine, date),
    'softwares',
    softwaresOf(machine.system, dateText(date), week, machine.place.role.image),
  );
}

function withPackages(machine: DemoMachine, date: Date, week: number): DemoMachine {
  const packages = withRows(
    machine,
    'softwares',
    softwaresOf(machine.system, dateText(date), week, machine.place.role.image),
  );
  return { ...withRows(packages, 'repository', repositories(machine.system)), updated: week };
}
