import { ParcoursError } from '../../model/errors.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { openExplorer } from '../explorer.ts';

export const command: Command = {
  options: ['keys'],
  examples: ['parcours', 'parcours browse --store snapshots/school', 'parcours browse --keys tour.keys'],
  async run(context) {
    const { args, stdin, stdout, places } = context;
    if (!stdin.isTTY || !stdout.isTTY || args.optional('json') !== undefined) {
      throw new ParcoursError(
        'usage',
        'the explorer needs a terminal; parcours list and parcours show answer without one',
      );
    }
    await openExplorer(context, places.store);
    return exitCodes.done;
  },
};
