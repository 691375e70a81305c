import { openFleetWriter } from '../../src/fleet/writer.ts';
import { readDocument } from '../../src/wire/document.ts';
import { encodeBody } from '../../src/wire/inflate.ts';
import { encodeInventory } from '../../src/wire/ocs/request.ts';
import { cpuOf } from './cpu.ts';
import { type MadeMachine, madeMachine } from './machines.ts';
import { inTurns, type Ratio, ratio } from './ratio.ts';

const ROUNDS = 7;
const BATCH = 6;
const PACKAGES = 1000;

/** What an inventory costs from the body that arrives to the store, synced. */
export async function receivingRatios(store: string): Promise<readonly Ratio[]> {
  const writer = await openFleetWriter(store, { mustHold: true });
  async function receive(body: Uint8Array): Promise<void> {
    const { request } = await readDocument(body, { inflate: 'bounded' });
    if (!request.inventory) throw new Error('not an inventory');
    await writer.ingest(request.inventory, '2026-11-16T08:00:01.000Z');
  }
  let made = 0;
  const newBodies = () => Array.from({ length: BATCH }, () => bodyOf(madeMachine(made++, PACKAGES)));
  const machines = Array.from({ length: BATCH }, (_, number) => madeMachine(number, PACKAGES));
  const known = newBodies();
  await cpuOf([...known, ...newBodies()], receive);
  const { json, fresh, same } = await inTurns(ROUNDS, {
    json: () => cpuOf(machines, (machine) => JSON.parse(JSON.stringify(machine))),
    fresh: () => cpuOf(newBodies(), receive),
    same: () => cpuOf(known, receive),
  });
  await writer.close();
  return [
    ratio(['new inventory, decoded and stored', 'the same as JSON, written and parsed'], fresh, json, 22),
    ratio(['unchanged inventory', 'new inventory'], same, fresh, 1.2),
  ];
}

function bodyOf(machine: MadeMachine): Uint8Array {
  return encodeBody(encodeInventory(machine, 0), 'zlib');
}
