import { resolve } from 'node:path';
import { ParcoursError } from '../../model/errors.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { printJson } from '../output.ts';

/** The shipped school's last day; a fleet made today and one made tomorrow are the same. */
const LAST_DAY = new Date('2026-10-31T00:00:00Z');

export const command: Command = {
  options: ['machines', 'months', 'seed', 'out'],
  examples: ['parcours demo --machines 12 --months 3 --seed 1 --out /tmp/school'],
  async run(context) {
    const { args, messages, note } = context;
    const out = args.text('out');
    if (out === undefined) throw new ParcoursError('usage', '--out STORE says where the fleet goes');
    const { makeFleet } = await import('../../demo/fleet.ts');
    const made = await makeFleet({
      machines: args.number('machines') ?? 12,
      months: args.number('months') ?? 3,
      seed: args.number('seed') ?? 1,
      end: LAST_DAY,
      directory: resolve(out),
    });
    if (!printJson(context, made)) note(messages.cli.demoMade(made.machines, made.snapshots, out));
    return exitCodes.done;
  },
};
