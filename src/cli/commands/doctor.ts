import type { Diagnosis } from '../../lab/logs/diagnose.ts';
import { ParcoursError } from '../../model/errors.ts';
import type { Command, Context } from '../command.ts';
import { diagnosisLines } from '../diagnosis-text.ts';
import { exitCodes } from '../exit-codes.ts';
import { foldedPrint } from '../lab-print.ts';
import { printJson } from '../output.ts';
import { readTypedFile } from '../typed-file.ts';

export const command: Command = {
  options: ['log'],
  examples: [
    'parcours doctor --log /tmp/inventory.log',
    'parcours doctor --log OCSInventory.log --lang fr',
    'parcours doctor --log /var/log/ocsinventory-agent/ocsinventory-agent.log --json',
  ],
  async run(context) {
    const path = context.args.text('log');
    if (path === undefined) throw new ParcoursError('usage', '--log FILE says which debug log to read');
    const { diagnose } = await import('../../lab/logs/diagnose.ts');
    const diagnosis = diagnose(await readLog(path));
    if (!diagnosis) {
      throw new ParcoursError('bad-input', `${path} is no debug log of parcours, OCS, FusionInventory or GLPI agents`);
    }
    if (!printJson(context, diagnosis)) await tell(context, diagnosis);
    return FAILED.has(diagnosis.outcome) ? exitCodes.found : exitCodes.done;
  },
};

const FAILED: ReadonlySet<Diagnosis['outcome']> = new Set(['failed', 'local', 'unfinished']);

/** In a terminal no word is broken at its edge. */
async function tell(context: Context, diagnosis: Diagnosis): Promise<void> {
  const [print, { wrap }] = [foldedPrint(context), await import('../../tui/width.ts')];
  const width = context.stdout.isTTY ? context.stdout.columns : Number.POSITIVE_INFINITY;
  for (const line of diagnosisLines(context, diagnosis).flatMap((text) => wrap(text, width))) print(line);
}

/** Windows programs may have written it in UTF-16. */
async function readLog(path: string): Promise<string> {
  const bytes = await readTypedFile(path);
  return bytes.toString(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf16le' : 'utf8');
}
