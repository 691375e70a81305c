import type { Digest } from '../model/canonical.ts';
import { readDocument, salvageDocument, writeDocument } from './durable.ts';
import { type Layout, machinePath } from './layout.ts';
import type { MachineRecord } from './store.ts';

/** The machine file; undefined where there is none. Fails with `store-damaged` where it cannot be read. */
export function readMachine(layout: Layout, key: Digest): Promise<MachineRecord | undefined> {
  return readDocument(machinePath(layout, key), isMachineRecord);
}

/** As `readMachine`, but a file that cannot be read goes to the quarantine and counts as missing. */
export function salvageMachine(layout: Layout, key: Digest): Promise<MachineRecord | undefined> {
  return salvageDocument(machinePath(layout, key), isMachineRecord, layout.quarantine);
}

export function writeMachine(layout: Layout, key: Digest, record: MachineRecord): Promise<void> {
  return writeDocument(machinePath(layout, key), record);
}

/** The key of a machine, from the name of one of its files; undefined for a file that is none. */
export function keyOfFile(name: string): Digest | undefined {
  return /^([0-9a-f]{64})\.(?:json|ndjson)$/.exec(name)?.[1];
}

function isMachineRecord(data: unknown): data is MachineRecord {
  const { id, name, seq, aliases, evidence, account, sections, volatile, facts, extras } = Object(data);
  const texts = [id, name].every((value) => typeof value === 'string');
  const lists = [aliases, extras, evidence?.serials, evidence?.macs].every(Array.isArray);
  const records = [account, sections, volatile, facts].every((value) => typeof value === 'object' && value !== null);
  return texts && lists && records && Number.isInteger(seq);
}
