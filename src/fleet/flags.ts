import { DAY } from '../model/time.ts';
import type { MachineRow } from './fleet.ts';

export type MachineFlag = 'silent' | 'double' | 'changed';

/** What deserves a look on a machine, the most urgent first; empty where all is well. `now` in milliseconds. */
export function flagsOf(machine: MachineRow, now: number): readonly MachineFlag[] {
  const flags: Readonly<Record<MachineFlag, boolean>> = {
    silent: now - Date.parse(machine.lastSeen) > SILENT_AFTER,
    double: machine.possibleDoubles.length > 0,
    changed: machine.snapshots > 1 && now - Date.parse(machine.changedAt) < RECENT,
  };
  return (Object.keys(flags) as MachineFlag[]).filter((flag) => flags[flag]);
}

const SILENT_AFTER = 7 * DAY;
const RECENT = DAY;
