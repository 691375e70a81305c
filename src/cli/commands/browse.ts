import { ParcoursError } from '../../model/errors.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { openExplorer } from '../explorer.ts';

export const command: Command = {
  options: ['keys', 'plain', 'exercise'],
  examples: ['parcours', 'parcours browse --store snapshots/school', 'parcours browse --keys tour.keys'],
  async run(context) {
    const { args, places } = context;
    if (args.optional('json') !== undefined) {
      throw new ParcoursError('usage', 'the explorer is for people; parcours list and parcours show have --json');
    }
    await openExplorer(context, places.store);
    return exitCodes.done;
  },
};
