import { join, resolve } from 'node:path';
import type { Memory } from '../collect/memory.ts';
import { formatQuantity } from '../i18n/format.ts';
import { ParcoursError } from '../model/errors.ts';
import type { Host } from '../model/host.ts';
import { safeText } from '../model/safe-text.ts';
import type { Context } from './command.ts';

/** Works on the machine that `--root` means, this one without; with `--record` a capture of it stays. */
export async function onHost<T>(context: Context, work: (host: Host) => Promise<T>): Promise<T> {
  const host = await hostOf(context);
  const folder = context.args.text('record');
  if (folder === undefined) return work(host);
  if (context.args.texts('server').length > 0)
    throw new ParcoursError('usage', '--record captures: it goes without --server');
  const { recordingHost } = await import('../collect/recording-host.ts');
  const recording = await recordingHost(host, resolve(folder));
  try {
    return await work(recording.host);
  } finally {
    report(context, resolve(folder), await recording.save());
  }
}

async function hostOf({ args, places }: Context): Promise<Host> {
  const root = args.text('root');
  if (root === undefined) return (await import('../collect/local-host.ts')).localHost(await memoryIn(places.agent));
  if (args.flag('adopt')) throw new ParcoursError('usage', '--adopt is about this machine, and --root about another');
  return (await import('../collect/rooted-host.ts')).rootedHost(resolve(root));
}

function report(
  { language, messages, note }: Context,
  folder: string,
  recorded: { readonly files: number; readonly bytes: number; readonly leftOut: readonly string[] },
): void {
  const { files, bytes, leftOut } = recorded;
  note(messages.cli.recorded(safeText(folder), files, formatQuantity(language, bytes, 'bytes')));
  if (leftOut.length > 0) note(messages.cli.leftOutOfCapture(safeText(leftOut.join(', '))));
}

/** What is only remembered may be lost: a folder that cannot be written costs the time of doing it again. */
async function memoryIn(folder: string): Promise<Memory> {
  const { readText, replaceFile } = await import('../agent/files.ts');
  const pathOf = (name: string) => join(folder, 'remembered', `${name}.json`);
  return {
    recall: (name) => readText(pathOf(name)).catch(() => undefined),
    keep: (name, text) => replaceFile(pathOf(name), text).catch(() => undefined),
  };
}
