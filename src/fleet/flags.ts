import { DAY } from '../model/time.ts';
import type { MachineRow } from './fleet.ts';

export type MachineFlag = 'silent' | 'double' | 'changed';

/** What deserves a look on a machine, the most urgent first; empty where all is well. `now` in milliseconds. */
export function flagsOf(machine: MachineRow, now: number): readonly MachineFlag[] {
  const flags: MachineFlag[] = [];
  if (now - Date.parse(machine.lastSeen) > SILENT_AFTER) flags.push('silent');
  if (machine.possibleDoubles.length > 0) flags.push('double');
  if (machine.snapshots > 1 && now - Date.parse(machine.changedAt) < RECENT) flags.push('changed');
  return flags;
}

const SILENT_AFTER = 7 * DAY;
const RECENT = DAY;
