import type { MachineRow } from '../fleet/fleet.ts';
import { DAY } from '../model/time.ts';
import type { Role } from './line.ts';

export type MachineFlag = 'silent' | 'double' | 'changed';

/** What deserves a look on a machine, the most urgent first; empty where all is well. */
export function flagsOf(machine: MachineRow, now: number): readonly MachineFlag[] {
  const flags: Readonly<Record<MachineFlag, boolean>> = {
    silent: now - Date.parse(machine.lastSeen) > SILENT_AFTER,
    double: machine.possibleDoubles.length > 0,
    changed: machine.snapshots > 1 && now - Date.parse(machine.changedAt) < RECENT,
  };
  return (Object.keys(flags) as MachineFlag[]).filter((flag) => flags[flag]);
}

export const flagSigns: Readonly<Record<MachineFlag, string>> = { silent: '!', double: '?', changed: '~' };
export const flagRoles: Readonly<Record<MachineFlag, Role>> = {
  silent: 'warning',
  double: 'warning',
  changed: 'changed',
};

const SILENT_AFTER = 7 * DAY;
const RECENT = DAY;
