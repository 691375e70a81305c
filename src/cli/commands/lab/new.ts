import { createExercise, EXERCISE_FORMAT } from '../../../lab/exercise.ts';
import { machineSheet, machineSheetText } from '../../../lab/machine-sheet.ts';
import type { Template } from '../../../lab/template.ts';
import { parseTemplate } from '../../../lab/template-file.ts';
import { ParcoursError } from '../../../model/errors.ts';
import { present } from '../../../model/present.ts';
import { safeText } from '../../../model/safe-text.ts';
import type { Command, Context } from '../../command.ts';
import { exitCodes } from '../../exit-codes.ts';
import { exerciseFolder, nextCommand, readTeachersFile } from '../../lab.ts';
import { printJson } from '../../output.ts';

export const command: Command = {
  options: ['exercise', 'student', 'template', 'show-template'],
  examples: [
    'parcours lab new --student S12',
    'parcours lab new --exercise /tmp/s12 --student S12',
    'parcours lab new --show-template > sheet.json',
    'parcours lab new --template sheet.json',
  ],
  async run(context) {
    const { args, language, messages, note, print } = context;
    if (args.flag('show-template')) {
      print(machineSheetText().trimEnd());
      return exitCodes.done;
    }
    const [folder, template, student] = [exerciseFolder(context), await templateOf(context), studentOf(context)];
    const createdAt = new Date(context.now()).toISOString();
    const exercise = { format: EXERCISE_FORMAT, template, language, createdAt, version: context.version } as const;
    await createExercise(folder, { ...exercise, ...present({ student }) });
    if (printJson(context, { folder, template: template.name, fields: template.fields.length })) return exitCodes.done;
    note(messages.lab.made(safeText(template.title[language]), template.fields.length, safeText(folder)));
    note(messages.lab.next(nextCommand(context, 'lab manual')));
    return exitCodes.done;
  },
};

async function templateOf({ args }: Context): Promise<Template> {
  const path = args.text('template');
  return path === undefined ? machineSheet() : parseTemplate(await readTeachersFile(path), path);
}

function studentOf({ args }: Context): string | undefined {
  const code = args.text('student');
  if (code === undefined || /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u.test(code)) return code;
  throw new ParcoursError('usage', '--student CODE: letters, digits, . _ -, at most 40');
}
