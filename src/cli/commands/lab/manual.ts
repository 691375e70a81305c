import { readExercise, readManual, writeManual } from '../../../lab/exercise.ts';
import { EMPTY_SHEET } from '../../../lab/sheet.ts';
import type { Command } from '../../command.ts';
import { exitCodeOfSignal, exitCodes } from '../../exit-codes.ts';
import { exerciseFolder, nextCommand } from '../../lab.ts';
import { isPlain } from '../../plain.ts';

export const command: Command = {
  options: ['exercise', 'plain'],
  examples: [
    'parcours lab manual',
    'parcours lab manual --exercise /tmp/s12',
    'parcours lab manual --plain < answers.txt',
  ],
  endsItself: true,
  async run(context) {
    const { environment, language, log, messages, note, now, stdin, stdout, stop } = context;
    const folder = exerciseFolder(context);
    const [{ template }, sheet] = [await readExercise(folder), (await readManual(folder)) ?? EMPTY_SHEET];
    const [{ fillSheet }, { summaryOf }] = await Promise.all([
      import('../../../tui/sheet/fill.tsx'),
      import('../../../tui/sheet/layout.ts'),
    ]);
    const left = await fillSheet({
      template,
      sheet,
      save: (filled) => writeManual(folder, filled),
      language,
      platform: process.platform === 'win32' ? 'windows' : 'linux',
      now,
      stdin,
      stdout,
      environment,
      plain: isPlain(context),
      log,
      stop,
    });
    note(summaryOf(left));
    note(messages.lab.next(nextCommand(context, left.sheet.finishedAt ? 'lab auto' : 'lab manual')));
    return stop.aborted ? exitCodeOfSignal(stop.reason) : exitCodes.done;
  },
};
