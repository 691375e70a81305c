import type { AgentOptions, AgentOutcome, Delivery } from '../../agent/options.ts';
import { ParcoursError } from '../../model/errors.ts';
import { safeText } from '../../model/safe-text.ts';
import { recordHere, runHere } from '../agent-run.ts';
import { stayHere, waitHere } from '../agent-stay.ts';
import type { Arguments, Command, Context } from '../command.ts';
import { exitCodeOfSignal, exitCodes } from '../exit-codes.ts';
import { withOcsSettings } from '../ocs-settings.ts';
import { agentOptions, type OptionName } from '../options.ts';
import { printJson } from '../output.ts';
import { recorded } from '../recorded-run.ts';
import { expectShortLife } from '../short-life.ts';

export const command: Command = {
  configured: true,
  options: Object.keys(agentOptions) as OptionName[],
  examples: [
    'parcours --np --server=10.0.0.1 --debug --logfile=/tmp/inventory.log',
    'parcours /np /server:10.0.0.1 /debug /logfile:C:\\Temp\\inventory.log',
    'parcours --local=/tmp --nosoftware',
    'parcours --stdout --only hardware,memories',
    'parcours --server=10.0.0.1 --daemon --wait=600',
    'parcours --server=10.0.0.1 --root=/mnt/disk',
  ],
  async run(typed) {
    expectShortLife();
    const context = await withOcsSettings(typed);
    const { args, stop } = context;
    if (args.flag('dry-run') || args.flag('explain')) {
      await (await import('../dry-run.ts')).showPreview(context);
      return exitCodes.done;
    }
    if (isOnlyRecorded(args)) {
      await recordHere(context);
      return exitCodes.done;
    }
    if (args.text('wait') !== undefined) await waitHere(context);
    if (args.flag('daemon')) {
      await stayHere(context, (changes) => inventory(context, changes));
      return exitCodes.done;
    }
    if (stop.aborted) return exitCodeOfSignal(stop.reason);
    const { deliveries } = await inventory(context);
    const failures = deliveries.flatMap((delivery) => (delivery.result === 'failed' ? [delivery.error] : []));
    if (failures[0]) throw together(failures[0], failures);
    return exitCodes.done;
  },
};

function isOnlyRecorded(args: Arguments): boolean {
  return args.text('record') !== undefined && args.optional('local') === undefined && !args.flag('stdout');
}

async function inventory(context: Context, changes?: Partial<AgentOptions>): Promise<AgentOutcome> {
  const outcome = await recorded(context, () => runHere(context, changes));
  if (!context.args.flag('stdout') && !printJson(context, answerOf(outcome))) report(context, outcome);
  return outcome;
}

function report({ messages, note }: Context, { deliveries, localFile }: AgentOutcome): void {
  if (localFile !== undefined) note(messages.cli.written(localFile));
  for (const delivery of deliveries) {
    if (delivery.result === 'failed') continue;
    const answer = messages.cli.deliveries[delivery.result];
    const next = delivery.nextRunAt === undefined ? '' : `, ${messages.cli.nextRun(delivery.nextRunAt)}`;
    note(`${safeText(delivery.address)}: ${answer}${next}`);
  }
}

function answerOf({ deviceId, deliveries, collectors, localFile, milliseconds }: AgentOutcome) {
  return { deviceId, milliseconds, localFile, deliveries: deliveries.map(deliveryOf), collectors };
}

function deliveryOf(delivery: Delivery) {
  if (delivery.result !== 'failed') return delivery;
  const { error, ...rest } = delivery;
  return { ...rest, error: error.message, ...(error instanceof ParcoursError ? { code: error.code } : {}) };
}

/** The first failure gives the exit code; all are named. */
function together(first: Error, failures: readonly Error[]): Error {
  if (failures.length === 1) return first;
  const code = first instanceof ParcoursError ? first.code : 'protocol';
  return new ParcoursError(code, failures.map(({ message }) => message).join('; '), first);
}
