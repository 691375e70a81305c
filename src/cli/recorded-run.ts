import type { LastRun } from '../agent/last-run.ts';
import type { AgentOutcome } from '../agent/options.ts';
import { explain } from '../model/errors.ts';
import { stateFolderOf } from './agent-run.ts';
import type { Context } from './command.ts';
import { exitCodeOf, exitCodes } from './exit-codes.ts';

/** Runs the agent and leaves word of how that ended, for `service status`. */
export async function recorded(context: Context, run: () => Promise<AgentOutcome>): Promise<AgentOutcome> {
  const start = context.now();
  const startedAt = new Date(start).toISOString();
  const keep = (end: Partial<LastRun>) => leaveWord(context, { startedAt, ...end });
  await keep({});
  try {
    const outcome = await run();
    await keep({ milliseconds: context.now() - start, ...endOf(outcome) });
    return outcome;
  } catch (error) {
    await keep({ milliseconds: context.now() - start, exitCode: exitCodeOf(error), message: explain(error) });
    throw error;
  }
}

function endOf({ deliveries }: AgentOutcome): Partial<LastRun> {
  const failed = deliveries.find((delivery) => delivery.result === 'failed');
  return {
    exitCode: failed ? exitCodeOf(failed.error) : exitCodes.done,
    ...(failed ? { message: explain(failed.error) } : {}),
    servers: deliveries.map(({ address, result, ...rest }) => ({
      address,
      result,
      ...('nextRunAt' in rest && rest.nextRunAt !== undefined ? { nextRunAt: rest.nextRunAt } : {}),
    })),
  };
}

/** An inventory is worth more than the word of it: a state folder that cannot be written stops no run. */
async function leaveWord(context: Context, run: LastRun): Promise<void> {
  const { keepLastRun } = await import('../agent/last-run.ts');
  try {
    await keepLastRun(stateFolderOf(context), run);
  } catch (error) {
    context.log.debug('no word left of this run', { reason: explain(error) });
  }
}
