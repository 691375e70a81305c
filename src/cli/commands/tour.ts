import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Fleet, MachineRow, MachineView, Place } from '../../fleet/fleet.ts';
import { formatQuantity, formatTime } from '../../i18n/format.ts';
import { ParcoursError } from '../../model/errors.ts';
import { safeText } from '../../model/safe-text.ts';
import { runHere } from '../agent-run.ts';
import type { Command, Context } from '../command.ts';
import { deltaLines } from '../delta-text.ts';
import { exitCodes } from '../exit-codes.ts';
import { openExplorer } from '../explorer.ts';
import { openFleet } from '../fleet.ts';
import { type KnownStates, knownStates, newestThen } from '../known-states.ts';
import { printJson, tableLines } from '../output.ts';
import { startReceiver } from '../receiver.ts';

const SCHOOL = fileURLToPath(new URL('../snapshots/school', import.meta.url));

export const command: Command = {
  options: ['basevardir'],
  examples: ['parcours tour', 'npm start'],
  async run(typed) {
    const context = { ...typed, places: { ...typed.places, store: typed.places.tour } };
    const { messages, note, places, stdin, stdout } = context;
    if (!existsSync(places.store)) await fill(places.store, context.now());
    const before = await knownStates(await openFleet(places.store, context));
    const receiver = await startReceiver(context, [{ host: '127.0.0.1', port: 0 }]);
    try {
      note(messages.cli.tour.receiver(receiver.urls[0] ?? ''));
      note(messages.cli.tour.collecting);
      const { deviceId, deliveries } = await runHere(context, {
        servers: [...receiver.urls],
        noProxy: true,
        stateName: 'tour',
      });
      const [delivery] = deliveries;
      if (delivery?.result === 'failed') throw delivery.error;
      const hasScreen = stdin.isTTY && stdout.isTTY && typed.args.optional('json') === undefined;
      if (hasScreen) await openExplorer(context, places.store, deviceId);
      else await report(context, deviceId, before);
      return exitCodes.done;
    } finally {
      await receiver.close();
    }
  },
};

/** The first time: the school, its times moved so that its last day is yesterday; in place only once it is whole. */
async function fill(store: string, now: number): Promise<void> {
  if (!existsSync(SCHOOL)) throw new ParcoursError('not-found', `the demonstration fleet is missing: ${SCHOOL}`);
  const { copyDemo } = await import('../../demo/copy.ts');
  const unfinished = `${store}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await copyDemo({ from: SCHOOL, to: unfinished, now });
  await rename(unfinished, store);
}

async function report(context: Context, deviceId: string, known: KnownStates): Promise<void> {
  const { messages, places, print } = context;
  const fleet = await openFleet(places.store, context);
  const place = await fleet.locate(deviceId);
  const before = await newestThen(fleet, known, place.id);
  const view = await fleet.view(place, []);
  const rows = await fleet.machines();
  if (printJson(context, { machine: view.machine, before: before?.seq, after: place.seq, fleet: rows })) return;
  for (const line of machineLines(context, view)) print(line);
  for (const line of await changeLines(context, fleet, before, place)) print(line);
  print('');
  print(`${messages.cli.tour.fleet}:`);
  const others = rows.filter(({ id }) => id !== deviceId);
  for (const line of fleetLines(context, others)) print(line);
  print('');
  print(messages.cli.tour.explorerHint);
}

function machineLines({ language, messages }: Context, { machine }: MachineView): string[] {
  const { tour } = messages.cli;
  const quantity = (value: number | undefined, unit: 'MiB' | 'MB') =>
    value === undefined ? '' : formatQuantity(language, value, unit);
  const facts = [
    [tour.thisMachine, machine.name],
    [tour.system, machine.os ?? ''],
    [tour.processor, machine.cpu ?? ''],
    [tour.memory, quantity(machine.memoryMiB, 'MiB')],
    [tour.disks, quantity(machine.diskMB, 'MB')],
    [tour.packages, String(machine.softwareCount ?? '')],
  ] as const;
  const width = Math.max(...facts.map(([label]) => label.length));
  return facts.map(([label, value]) => `${label.padEnd(width)}  ${safeText(value)}`);
}

/** What this run changed; nothing where the machine was not known before. */
async function changeLines(context: Context, fleet: Fleet, before: Place | undefined, after: Place): Promise<string[]> {
  const { tour } = context.messages.cli;
  if (!before) return [];
  if (before.seq === after.seq) return ['', tour.unchanged];
  return ['', `${tour.changed}:`, ...deltaLines(context, await fleet.compare(before, after))];
}

function fleetLines({ language, messages }: Context, rows: readonly MachineRow[]): string[] {
  const { name, os, memory, snapshots, lastSeen } = messages.cli.headers;
  const cells = rows.map((row) => [
    row.name,
    row.os ?? '',
    row.memoryMiB === undefined ? '' : formatQuantity(language, row.memoryMiB, 'MiB'),
    String(row.snapshots),
    formatTime(language, row.lastSeen),
  ]);
  return tableLines([name, os, memory, snapshots, lastSeen], cells);
}
