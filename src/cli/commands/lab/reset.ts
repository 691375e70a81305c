import { createInterface } from 'node:readline/promises';
import { foldingOf } from '../../../i18n/ascii.ts';
import { readExercise, wipeExercise } from '../../../lab/exercise.ts';
import { ParcoursError } from '../../../model/errors.ts';
import { safeText } from '../../../model/safe-text.ts';
import type { Command, Context } from '../../command.ts';
import { exitCodes } from '../../exit-codes.ts';
import { exerciseFolder } from '../../lab.ts';
import { printJson } from '../../output.ts';

export const command: Command = {
  options: ['exercise', 'yes'],
  examples: ['parcours lab reset', 'parcours lab reset --exercise /tmp/s12 --yes'],
  async run(context) {
    const { args, messages, note } = context;
    const folder = exerciseFolder(context);
    await readExercise(folder);
    if (!args.flag('yes') && !(await isAgreed(context, folder))) {
      note(messages.lab.kept);
      return exitCodes.done;
    }
    const removed = await wipeExercise(folder);
    if (!printJson(context, { folder, removed })) note(messages.lab.wiped(safeText(folder)));
    return exitCodes.done;
  },
};

async function isAgreed({ environment, messages, stdin, stderr }: Context, folder: string): Promise<boolean> {
  if (!stdin.isTTY) throw new ParcoursError('usage', 'there is nobody to ask: --yes wipes without asking');
  const lines = createInterface({ input: stdin, output: stderr });
  try {
    const question = `${messages.lab.askReset(safeText(folder))} ${messages.lab.yesNo} `;
    const answer = await lines.question(foldingOf(environment)(question));
    return answer.trim().toLowerCase().startsWith(messages.lab.yes);
  } finally {
    lines.close();
  }
}
