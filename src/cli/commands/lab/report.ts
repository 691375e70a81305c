import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { languages } from '../../../i18n/language.ts';
import { type Report, reportOf } from '../../../lab/report.ts';
import { reportHtml } from '../../../lab/report-html.ts';
import { reportMarkdown } from '../../../lab/report-markdown.ts';
import { measuredMinutes, readResults, requireDone } from '../../../lab/results.ts';
import { ParcoursError } from '../../../model/errors.ts';
import { safeText } from '../../../model/safe-text.ts';
import { writeDurably } from '../../../store/durable.ts';
import type { Command, Context } from '../../command.ts';
import { exitCodes } from '../../exit-codes.ts';
import { exerciseFolder, nextCommand } from '../../lab.ts';
import { printJson } from '../../output.ts';
import { choiceOptions, choicesOf, fleetsOf } from './effort.ts';

/** One page about an exercise, to be printed and signed. */
export const command: Command = {
  options: ['exercise', 'format', 'out', ...choiceOptions],
  examples: [
    'parcours lab report',
    'parcours lab report --lang fr --setup-minutes 90 --parallel 20',
    'parcours lab report --format html --out s12.html',
    'parcours lab report --json | jq -r .digest',
  ],
  async run(context) {
    const folder = exerciseFolder(context);
    const done = requireDone(await readResults(folder));
    const digest = await digestOf(folder);
    const { manualMinutes = 0, autoMinutes = 0 } = measuredMinutes(done);
    const report = reportOf(done, {
      language: languages.find((language) => language === context.args.text('lang')) ?? done.exercise.language,
      effort: { manualMinutes, autoMinutes, ...choicesOf(context) },
      fleets: fleetsOf(context),
      digest,
    });
    const written = await write(context, folder, report);
    if (printJson(context, { student: done.exercise.student, digest, written })) return exitCodes.done;
    for (const path of written) context.note(context.messages.cli.written(safeText(path)));
    context.note(context.messages.lab.printed);
    context.note(context.messages.lab.next(nextCommand(context, 'lab quiz')));
    return exitCodes.done;
  },
};

const formats: Readonly<Record<string, (report: Report) => string>> = { html: reportHtml, md: reportMarkdown };

/** Both forms beside the exercise; with `--out` the one that is meant, there. */
async function write({ args }: Context, folder: string, report: Report): Promise<readonly string[]> {
  const out = args.text('out');
  const format = args.text('format') ?? (out === undefined ? undefined : /\.html?$/i.test(out) ? 'html' : 'md');
  const chosen = Object.entries(formats).filter(([name]) => format === undefined || name === format);
  if (chosen.length === 0) throw new ParcoursError('usage', `--format ${format}: a report is html or md`);
  const written = chosen.map(([name, form]) => ({
    path: out === undefined ? join(folder, `report.${name}`) : resolve(out),
    text: form(report),
  }));
  for (const { path, text } of written) await writeDurably(path, text);
  return written.map(({ path }) => path);
}

/** As `cat exercise.json manual.json auto.json | sha256sum` has it. */
async function digestOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const name of ['exercise.json', 'manual.json', 'auto.json']) hash.update(await readFile(join(folder, name)));
  return hash.digest('hex');
}
