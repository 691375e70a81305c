import type { Change, EventKind, Planner } from './events/change.ts';
import { diskReplaced, memoryMoved, memoryStolen } from './events/parts.ts';
import { accountCreated, addressChanged, antivirusOff, forbiddenSoftware } from './events/people.ts';
import { cloned, reimaged, silent, systemUpgraded, upgradeUnfinished } from './events/systems.ts';
import type { DemoMachine } from './machine.ts';
import type { Random } from './random.ts';

/** The machines of a school, those that come later included, and what happens to them. */
export interface Planted {
  readonly fleet: readonly DemoMachine[];
  readonly changes: readonly Change[];
}

const planners: Readonly<Record<EventKind, Planner>> = {
  'disk-replaced': diskReplaced,
  'system-upgraded': systemUpgraded,
  'memory-moved': memoryMoved,
  'antivirus-off': antivirusOff,
  reimaged,
  silent,
  'forbidden-software': forbiddenSoftware,
  'account-created': accountCreated,
  'address-changed': addressChanged,
  cloned,
  'memory-stolen': memoryStolen,
  'upgrade-unfinished': upgradeUnfinished,
};

/** Plants each kind so many times. A machine is struck once at most, so that what is to be found stays plain. */
export function plantEvents(
  machines: readonly DemoMachine[],
  kinds: readonly EventKind[],
  weeks: number,
  rounds: number,
  random: Random,
): Planted {
  let planted: Planted = { fleet: machines, changes: [] };
  if (weeks < 2) return planted;
  for (const kind of kinds) {
    for (let round = 0; round < rounds; round += 1) {
      planted = plant(planted, planners[kind], weeks, random.fork(`${kind} ${round}`));
    }
  }
  return planted;
}

function plant({ fleet, changes }: Planted, planner: Planner, weeks: number, random: Random): Planted {
  const struck = new Set(changes.map(({ machine }) => machine));
  const free = [...fleet.keys()].filter((index) => !struck.has(index) && !fleet[index]?.place.role.device);
  const plan = planner({ random, weeks, fleet, free });
  return plan
    ? { fleet: [...fleet, ...(plan.newcomers ?? [])], changes: [...changes, ...plan.changes] }
    : { fleet, changes };
}
