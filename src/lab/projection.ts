/** The classroom: an exercise in which a machine is inventoried by hand and by the agent, and both are compared. */

/** How long an inventory takes, and how it is done again. */
export interface Effort {
  /** Minutes by hand, one machine. */
  readonly manualMinutes: number;
  /** Minutes of the agent, one machine. */
  readonly autoMinutes: number;
  /** Minutes spent once, before the first agent runs. */
  readonly setupMinutes: number;
  /** Agents that run side by side. */
  readonly parallel: number;
  /** Percent of the machines whose agent fails: these are done by hand. */
  readonly failures?: number;
  /** Days after which everything is counted again, by hand or by the agent, over one year. */
  readonly recountDays?: number;
}

/** What a fleet of so many machines costs. */
export interface Projection {
  readonly machines: number;
  readonly manualHours: number;
  readonly autoHours: number;
  /** How many times quicker the agents are; undefined where they take no time at all. */
  readonly gain?: number;
}

/** Course sheet, part I, and the size of the reader's own school. */
export const USUAL_FLEETS: readonly number[] = [1, 50, 200, 1000];

export function project(machines: number, effort: Effort): Projection {
  const { manualMinutes, autoMinutes, setupMinutes, parallel } = effort;
  const counts = countsOf(effort);
  const byHand = machines * manualMinutes * counts;
  const waves = Math.ceil(machines / parallel);
  const byAgent = setupMinutes + waves * autoMinutes * counts + byHand * failedShare(effort);
  return {
    machines,
    manualHours: byHand / MINUTES,
    autoHours: byAgent / MINUTES,
    ...(byAgent > 0 ? { gain: byHand / byAgent } : {}),
  };
}

/** The smallest fleet for which the agents are quicker; undefined where none is. */
export function breakEven(effort: Effort): number | undefined {
  const { manualMinutes, autoMinutes, setupMinutes, parallel } = effort;
  const spared = manualMinutes * (1 - failedShare(effort));
  const [setup, wave] = [setupMinutes / countsOf(effort), autoMinutes];
  if (parallel * spared <= wave) return undefined;
  const waves = Math.floor(setup / (parallel * spared - wave)) + 1;
  const machines = Math.floor((setup + waves * wave) / spared) + 1;
  return Math.max((waves - 1) * parallel + 1, machines);
}

/** How many agents must run side by side to be done in so many minutes; undefined where no number is enough. */
export function parallelFor(
  machines: number,
  minutes: number,
  { autoMinutes, setupMinutes }: Effort,
): number | undefined {
  if (autoMinutes === 0) return 1;
  const waves = Math.floor((minutes - setupMinutes) / autoMinutes);
  return waves > 0 ? Math.ceil(machines / waves) : undefined;
}

/** How often a fleet is counted in a year. */
function countsOf({ recountDays }: Effort): number {
  return recountDays === undefined ? 1 : Math.ceil(DAYS_A_YEAR / recountDays);
}

function failedShare({ failures = 0 }: Effort): number {
  return failures / 100;
}

const MINUTES = 60;
const DAYS_A_YEAR = 365;
