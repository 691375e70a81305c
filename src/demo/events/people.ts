import { accountFor } from '../accounts.ts';
import { dateText } from '../calendar.ts';
import { newcomers } from '../data/people.ts';
import { forbiddenPrograms } from '../data/programs.ts';
import { type SystemName, systems } from '../data/systems.ts';
import { type DemoMachine, mapRows, rowsOf, withRows } from '../machine.ts';
import { addressOf } from '../network.ts';
import { debianPackage, macApplication, windowsProgram } from '../software.ts';
import { type Change, type Draw, type Plan, pickMachine, pickWeek } from './change.ts';

/** A pupil installs what the school forbids; some weeks later it is gone. */
export function forbiddenSoftware(draw: Draw): Plan | undefined {
  const picked = pickMachine(draw, isForPupils);
  if (!picked) return undefined;
  const program = forbiddenOn(picked.machine.system);
  const week = pickWeek(draw, 0.3, 0.5);
  const install: Change['apply'] = (state, date) =>
    withRows(state, 'softwares', [...rowsOf(state, 'softwares'), { ...program, installDate: dateText(date) }]);
  const remove: Change['apply'] = (state) =>
    withRows(
      state,
      'softwares',
      rowsOf(state, 'softwares').filter(({ name }) => name !== program.name),
    );
  const change = { kind: 'forbidden-software', machine: picked.index, detail: program.name } as const;
  return {
    changes: [
      { ...change, week, apply: install },
      { ...change, week: week + draw.random.between(2, 3), apply: remove },
    ],
  };
}

/** Somebody gets an account. */
export function accountCreated(draw: Draw): Plan | undefined {
  const picked = pickMachine(draw, ({ place }) => place.role.wing !== 'SRV');
  if (!picked) return undefined;
  const person = draw.random.pick(newcomers);
  const apply: Change['apply'] = (state) =>
    withRows(state, 'localusers', [...rowsOf(state, 'localusers'), accountFor(person, systems[state.system], 7)]);
  return {
    changes: [
      { kind: 'account-created', week: pickWeek(draw, 0.2, 0.9), machine: picked.index, detail: person.login, apply },
    ],
  };
}

/** A machine gets another address. */
export function addressChanged(draw: Draw): Plan | undefined {
  const picked = pickMachine(draw, ({ place }) => place.role.wing !== 'SRV');
  if (!picked) return undefined;
  const { place } = picked.machine;
  const ipAddress = addressOf(place, 150 + place.seat);
  const apply: Change['apply'] = (state) => {
    const moved = mapRows(state, 'networks', (row) => (row.ipAddress === undefined ? row : { ...row, ipAddress }));
    return mapRows(moved, 'hardware', (row) => ({ ...row, ipAddresses: [ipAddress] }));
  };
  return {
    changes: [
      { kind: 'address-changed', week: pickWeek(draw, 0.2, 0.9), machine: picked.index, detail: ipAddress, apply },
    ],
  };
}

/** Somebody switches the antivirus off. */
export function antivirusOff(draw: Draw): Plan | undefined {
  const picked = pickMachine(draw, (candidate) => rowsOf(candidate, 'antivirus').length > 0);
  if (!picked) return undefined;
  const apply: Change['apply'] = (state) => mapRows(state, 'antivirus', (row) => ({ ...row, enabled: false }));
  return {
    changes: [
      {
        kind: 'antivirus-off',
        week: pickWeek(draw, 0.6, 0.9),
        machine: picked.index,
        detail: 'Windows Defender',
        apply,
      },
    ],
  };
}

function isForPupils({ place }: DemoMachine): boolean {
  return place.role.wing !== 'SRV' && !place.role.staff;
}

function forbiddenOn(system: SystemName) {
  const { family } = systems[system];
  if (family === 'windows') return windowsProgram(forbiddenPrograms.windows);
  return family === 'macos' ? macApplication(forbiddenPrograms.macos) : debianPackage(forbiddenPrograms.debian, system);
}
