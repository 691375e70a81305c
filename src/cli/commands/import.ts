import { stat } from 'node:fs/promises';
import type { FleetWriter } from '../../fleet/writer.ts';
import { problemText } from '../../i18n/problem.ts';
import { type ErrorCode, ParcoursError } from '../../model/errors.ts';
import type { Inventory } from '../../model/inventory.ts';
import { safeText } from '../../model/safe-text.ts';
import type { Command, Context } from '../command.ts';
import { exitCodeOfSignal, exitCodes } from '../exit-codes.ts';
import { openWriter } from '../fleet.ts';
import { printJson } from '../output.ts';
import { progress } from '../progress.ts';
import { readTypedFile } from '../typed-file.ts';

interface Imported {
  readonly file: string;
  readonly outcome: 'stored' | 'same' | 'refused';
  readonly id?: string;
  readonly seq?: number;
  readonly reason?: string;
}

export const command: Command = {
  positionals: '<files..>',
  options: ['at'],
  examples: [
    'parcours import /var/lib/ocsinventory-agent/*.ocs',
    'parcours import old/*.xml --at 2026-09-01T08:00:00Z',
    'parcours import /var/lib/glpi-agent/*.json',
  ],
  endsItself: true,
  async run(context) {
    const { args, note, places, print, stop } = context;
    const files = args.texts('files');
    const at = args.text('at') === undefined ? undefined : timeOf(args.text('at') ?? '');
    const writer = await openWriter(places.store);
    const answers: Imported[] = [];
    const bar = progress(context, files.length);
    try {
      for (const file of files) {
        if (stop.aborted) break;
        answers.push(...(await importFile(context, file, writer, at)));
        bar.step(file);
      }
    } finally {
      bar.end();
      await writer.close();
    }
    if (!printJson(context, answers)) for (const answer of answers) print(lineOf(context, answer));
    const refused = answers.filter(({ outcome }) => outcome === 'refused');
    for (const { file, reason } of refused) note(`${safeText(file)}: ${safeText(reason ?? '')}`);
    if (stop.aborted) return exitCodeOfSignal(stop.reason);
    return refused.length > 0 ? exitCodes.badInput : exitCodes.done;
  },
};

async function importFile(
  { messages, now }: Context,
  file: string,
  writer: FleetWriter,
  at: string | undefined,
): Promise<readonly Imported[]> {
  try {
    const inventories = await readInventories(file);
    const madeAt = at ?? (await stat(file)).mtime.toISOString();
    const receivedAt = new Date(now()).toISOString();
    const answers: Imported[] = [];
    for (const inventory of inventories) {
      const { outcome, id, seq } = await writer.ingest({ at: madeAt, ...inventory }, receivedAt, 'file');
      answers.push({ file, outcome, id, seq });
    }
    return answers;
  } catch (error) {
    // A busy store or a full disk is no fault of this file: it ends the whole import.
    if (error instanceof ParcoursError && ENDING.has(error.code)) throw error;
    return [{ file, outcome: 'refused', reason: problemText(messages, error) }];
  }
}

const ENDING: ReadonlySet<ErrorCode> = new Set(['busy', 'cannot-write', 'permission']);

/** What a file says of a machine: OCS XML, GLPI's JSON or our own, plain or compressed. */
export async function readInventory(file: string): Promise<Inventory> {
  const [inventory, other] = await readInventories(file);
  if (inventory === undefined || other) throw new ParcoursError('bad-input', `${file} tells of more than one machine`);
  return inventory;
}

/** One inventory, or those of the devices that an agent found. */
async function readInventories(file: string): Promise<readonly Inventory[]> {
  const { readDocument } = await import('../../wire/document.ts');
  const { request } = await readDocument(await readTypedFile(file), { inflate: 'sync' });
  const { inventory, devices = [], query } = request;
  if (inventory) return [inventory];
  if (devices.length === 0) throw new ParcoursError('bad-input', `${query} is no inventory`);
  return devices;
}

function timeOf(text: string): string {
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) throw new ParcoursError('usage', `--at ${text}: write 2026-11-21T09:12:00Z`);
  return time.toISOString();
}

function lineOf({ messages }: Context, { file, outcome, id, seq }: Imported): string {
  const place = id === undefined ? '' : `  ${safeText(id)} #${seq}`;
  return `${messages.cli.imported[outcome]}  ${safeText(file)}${place}`;
}
