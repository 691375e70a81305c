import { openFleetWriter } from '../../src/fleet/writer.ts';
import { openReader } from '../../src/store/files.ts';
import { cpuOf } from './cpu.ts';
import { madeMachine } from './machines.ts';
import { inTurns, type Ratio, ratio } from './ratio.ts';

const ROUNDS = 5;
const TIMES = [1, 2, 3, 4];
const COUNT = 1000;
const MACHINES = Array.from({ length: COUNT }, (_, number) => madeMachine(number, 3));

/** Fills a store with a large fleet. */
export async function fillStore(store: string, count = COUNT): Promise<void> {
  const writer = await openFleetWriter(store, { mustHold: true });
  for (let from = 0; from < count; from += COUNT) {
    const batch = Array.from({ length: Math.min(COUNT, count - from) }, (_, number) => madeMachine(from + number, 3));
    await Promise.all(batch.map((machine) => writer.ingest(machine, '2026-11-16T08:00:01.000Z')));
  }
  await writer.close();
}

/** What the list of a large fleet costs when its store is opened. */
export async function listingRatios(store: string): Promise<readonly Ratio[]> {
  const { list, files } = await inTurns(ROUNDS, {
    list: () => cpuOf(TIMES, () => listed(store)),
    files: () => cpuOf(TIMES, () => readOneByOne(store)),
  });
  return [ratio(['list of 1,000 machines', 'the file of each machine'], list, files, 0.15)];
}

async function listed(store: string): Promise<void> {
  const rows = await (await openReader(store)).fleet();
  if (rows.length !== MACHINES.length) throw new Error(`${rows.length} machines are listed`);
}

async function readOneByOne(store: string): Promise<void> {
  const reader = await openReader(store);
  await Promise.all(MACHINES.map(({ deviceId }) => reader.machine(deviceId)));
}
