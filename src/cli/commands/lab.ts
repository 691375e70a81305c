import { ParcoursError } from '../../model/errors.ts';
import type { Command, Context } from '../command.ts';
import type { ExitCode } from '../exit-codes.ts';

export const command: Command = {
  positionals: '<task>',
  options: ['manual-minutes', 'auto-minutes', 'setup-minutes', 'parallel', 'machines', 'failures', 'recount-days'],
  examples: [
    'parcours lab project --manual-minutes 45 --auto-minutes 2',
    'parcours lab project --manual-minutes 38 --auto-minutes 0.7 --setup-minutes 90 --parallel 20',
  ],
  async run(context) {
    const task = context.args.text('task') ?? '';
    const load = Object.hasOwn(tasks, task) ? tasks[task] : undefined;
    if (!load) throw new ParcoursError('usage', `lab ${task}: there are ${Object.keys(tasks).join(', ')}`);
    const { run } = await load();
    return run(context);
  },
};

/** What can be done with an exercise, loaded when it is done. */
const tasks: Readonly<Record<string, () => Promise<{ run(context: Context): Promise<ExitCode> }>>> = {
  project: () => import('./lab/project.ts'),
};
