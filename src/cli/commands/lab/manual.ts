import type { Command } from '../../command.ts';
import { exitCodeOfSignal, exitCodes } from '../../exit-codes.ts';
import { fillSheetHere } from '../../fill-sheet.ts';
import { nextCommand } from '../../lab.ts';

export const command: Command = {
  options: ['exercise', 'plain'],
  examples: [
    'parcours lab manual',
    'parcours lab manual --exercise /tmp/s12',
    'parcours lab manual --plain < answers.txt',
  ],
  endsItself: true,
  async run(context) {
    const { messages, note, stop } = context;
    const left = await fillSheetHere(context);
    const { summaryOf } = await import('../../../tui/sheet/layout.ts');
    note(summaryOf(left));
    note(messages.lab.next(nextCommand(context, left.sheet.finishedAt ? 'lab auto' : 'lab manual')));
    return stop.aborted ? exitCodeOfSignal(stop.reason) : exitCodes.done;
  },
};
