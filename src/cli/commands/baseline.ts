import { isBaselineName } from '../../fleet/baseline-name.ts';
import { ParcoursError } from '../../model/errors.ts';
import { safeText } from '../../model/safe-text.ts';
import type { Command, Context } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { openFleet, openWriter } from '../fleet.ts';
import { printJson, tableLines } from '../output.ts';

export const command: Command = {
  positionals: '<action> [name] [machine]',
  options: [],
  examples: [
    'parcours baseline set golden-b104 pc-b104',
    'parcours baseline set before-upgrade pc-b104@2026-09-01',
    'parcours baseline list',
    'parcours diff pc-b105 @baseline:golden-b104',
  ],
  async run(context) {
    const action = context.args.text('action');
    if (action === 'list') return list(context);
    if (action === 'set') return set(context);
    throw new ParcoursError('usage', 'write baseline set NAME MACHINE[@WHEN], or baseline list');
  },
};

async function list(context: Context): Promise<ExitCode> {
  const { messages, note, places, print } = context;
  const fleet = await openFleet(places.store, context);
  const [baselines, machines] = [await fleet.baselines(), await fleet.machines()];
  if (printJson(context, baselines)) return exitCodes.done;
  const names = new Map(machines.map(({ id, name }) => [id, name]));
  const rows = baselines.map(({ name, id, seq }) => [name, names.get(id) ?? '', `#${seq}`, id]);
  const { baseline, name, id } = messages.cli.headers;
  if (rows.length === 0) note(messages.cli.noBaseline);
  else for (const line of tableLines([baseline, name, '#', id], rows)) print(line);
  return exitCodes.done;
}

async function set(context: Context): Promise<ExitCode> {
  const { args, messages, note, places } = context;
  const [name, machine] = [args.text('name') ?? '', args.text('machine')];
  if (!isBaselineName(name) || machine === undefined) {
    throw new ParcoursError('usage', 'write baseline set NAME MACHINE[@WHEN]; a name has letters, digits, . _ -');
  }
  const fleet = await openFleet(places.store, context);
  const baseline = { name, ...(await fleet.locate(machine)) };
  const writer = await openWriter(places.store);
  try {
    await writer.setBaseline(baseline);
  } finally {
    await writer.close();
  }
  if (!printJson(context, baseline)) note(messages.cli.baselineSet(name, safeText(baseline.id), baseline.seq));
  return exitCodes.done;
}
