import { readFileSync } from 'node:fs';
import type { Fleet } from '../fleet/fleet.ts';
import { ParcoursError } from '../model/errors.ts';
import { type Log, silentLog } from '../model/log.ts';
import type { Baseline } from '../store/store.ts';
import type { BrowseOptions } from '../tui/browse.tsx';
import type { BaselineChange, StoreChange } from '../tui/store-change.ts';
import { collectNow } from './collect-now.ts';
import type { Context } from './command.ts';
import { fillSheetHere } from './fill-sheet.ts';
import { openFleet, openWriter } from './fleet.ts';
import { exerciseFolder } from './lab.ts';
import { expectLongLife } from './long-life.ts';
import { isPlain } from './plain.ts';

/** The explorer on a store until the person leaves it; the cursor begins on `machine`. */
export async function openExplorer(context: Context, store: string, machine?: string): Promise<void> {
  const [{ browse }, { fleetRoute, labRoute }, { parseScript }] = await Promise.all([
    import('../tui/browse.tsx'),
    import('../tui/routes.ts'),
    import('../tui/script.ts'),
  ]);
  const { args, environment, language, places, stdin, stdout } = context;
  expectLongLife();
  const keys = args.text('keys');
  const { readResults } = await import('../lab/results.ts');
  const exercise = () => readResults(exerciseFolder(context));
  const fleet = Object.assign(await openFleet(store, context), { exercise });
  const cursor = { index: 0, top: 0, ...(machine === undefined ? {} : { key: machine }) };
  const options: BrowseOptions = {
    fleet,
    write: (change) => write(store, change, fleet),
    collectNow: (own, stop) => collectNow(context, store, own, stop),
    environment,
    language,
    log: logBeside(context),
    now: () => fleet.now(),
    stdin,
    stdout,
    folder: process.cwd(),
    memoryPath: places.explorer,
    plain: isPlain(context),
    initial: { ...fleetRoute(), cursor },
  };
  const script = keys === undefined ? {} : { script: parseScript(readKeys(keys)) };
  let leftFor = await browse({ ...options, ...script });
  while (leftFor === 'sheet') {
    await fillSheetHere(context);
    leftFor = await browse({ ...options, initial: labRoute() });
  }
}

/** A line of a log on the terminal would stand in the middle of the screen, which says itself what went wrong. */
export function logBeside(context: Context): Log {
  const isOnScreen = context.args.text('logfile') === undefined && context.stderr.isTTY;
  return isOnScreen && !isPlain(context) ? silentLog : context.log;
}

/** Opened for each: another program may want to write the store while the explorer is open. */
async function write(store: string, change: StoreChange, fleet: Fleet): Promise<void> {
  const writer = await openWriter(store);
  try {
    if ('values' in change) await writer.setAccount(change.id, change.values);
    else await writer.setBaseline(await baselineOf(change, fleet));
  } finally {
    await writer.close();
  }
}

async function baselineOf({ baseline, id, seq }: BaselineChange, fleet: Fleet): Promise<Baseline> {
  const known = seq === 'newest' ? (await fleet.timeline(id)).at(-1)?.seq : seq;
  if (known === undefined) throw new ParcoursError('not-found', `${id} has no snapshot`);
  return { name: baseline, id, seq: known };
}

function readKeys(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new ParcoursError('not-found', `--keys ${path}`, error);
  }
}
