/** Fleet knows what an inventory means for the machines we keep, and answers what people ask of them. */
import { describe, type SectionName, sectionNames } from '../model/catalogue.ts';
import type { AnyRow } from '../model/descriptor.ts';
import { isDeviceId } from '../model/device-id.ts';
import type { Completeness, Inventory, SectionReport } from '../model/inventory.ts';
import { present } from '../model/present.ts';
import { groundOf, isLate } from '../store/late.ts';
import { earlier, later } from '../store/state.ts';
import type {
  Evidence,
  MachineRecord,
  MachineStore,
  SavedSection,
  SaveRequest,
  SaveResult,
  SectionState,
} from '../store/store.ts';
import { evidenceOf, machineName, newMachineId, ownName } from './machine-identity.ts';
import { mergePartial } from './partial.ts';
import { putBack } from './put-back.ts';

export interface IngestResult extends SaveResult {
  /** True where the machine was not known before. */
  readonly isNew: boolean;
  /** What the server holds for the machine, to be told to its agent. */
  readonly account: Readonly<Record<string, string>>;
}

/**
 * Keeps what an agent said: finds which machine it is, carries what was not collected, and saves. What was made before
 * the machine was last seen takes its place in the history. `receivedAt` is ISO 8601 in UTC. Fails with `bad-input` for an id that cannot be one, with `Misfit` for a delta to something else than
 * is held, and with what the store fails with.
 */
export async function ingest(
  store: MachineStore,
  inventory: Inventory,
  receivedAt: string,
  from: 'agent' | 'file' = 'agent',
): Promise<IngestResult> {
  const { id, aliases } = await whichMachine(store, inventory);
  return store.exclusive(id, async () => {
    const known = await store.machine(id);
    const whole = await putBack(store, inventory, known);
    const at = madeAt(inventory, known, receivedAt);
    const ground = isLate(known, { at, receivedAt }) ? await asItWas(store, known, at) : known;
    const request = await saveRequest(store, { inventory: whole, known: ground, id, aliases, at, receivedAt, from });
    const result = await store.save(request);
    return { ...result, isNew: known === undefined, account: known?.account ?? request.account };
  });
}

interface Arrival {
  readonly inventory: Inventory;
  readonly known: MachineRecord | undefined;
  readonly id: string;
  readonly aliases: readonly string[];
  readonly at: string;
  readonly receivedAt: string;
  readonly from: 'agent' | 'file';
}

/** Never after it arrived: an inventory of a clock that is ahead would pass for newer than all that follow. */
function madeAt({ at, delta }: Inventory, known: MachineRecord | undefined, receivedAt: string): string {
  const made = Date.parse(at ?? '');
  const said = Number.isNaN(made) ? receivedAt : earlier(new Date(made).toISOString(), receivedAt);
  // What changed since the last state follows it.
  return delta && known ? later(said, known.lastSeen) : said;
}

/** A machine as it was when a late inventory was made: what that one leaves out was as before it. */
async function asItWas(store: MachineStore, known: MachineRecord, at: string): Promise<MachineRecord> {
  const ground = groundOf(await store.timeline(known.id), at);
  const states = Object.entries(ground?.sections ?? {}).map(([name, digest]): [string, SectionState] => {
    return [name, { completeness: 'complete', digest }];
  });
  return { ...known, seq: ground?.seq ?? 0, sections: Object.fromEntries(states) };
}

/** The id an agent had before makes the new one an alias, never a merge of two machines that are both known. */
async function whichMachine(store: MachineStore, inventory: Inventory) {
  const id = newMachineId(inventory);
  const known = await store.resolve(id);
  if (known !== undefined) return { id: known, aliases: [] };
  const former = inventory.oldDeviceId;
  const renamed = former !== undefined && isDeviceId(former) ? await store.resolve(former) : undefined;
  return renamed === undefined ? { id, aliases: [] } : { id: renamed, aliases: [id] };
}

async function saveRequest(store: MachineStore, arrival: Arrival): Promise<SaveRequest> {
  const { inventory, known, id, aliases, at, receivedAt, from } = arrival;
  const { kind, agent, account, extras, sections } = inventory;
  return {
    id,
    aliases,
    name: known && ownName(sections) === undefined ? known.name : machineName(inventory),
    kind,
    evidence: mergeEvidence(known?.evidence, inventory),
    account,
    at,
    receivedAt,
    ...(from === 'file' && { unasked: true }),
    agent,
    sections: await savedSections(store, arrival),
    extras,
  };
}

/** Evidence of sections that were not collected this time stays. */
function mergeEvidence(known: Evidence | undefined, inventory: Inventory): Evidence {
  const { uuid, serials, macs } = evidenceOf(inventory);
  const { hardware, bios, networkdevice, networks } = inventory.sections;
  return {
    ...present({ uuid: hardware ? uuid : known?.uuid }),
    serials: bios || networkdevice ? serials : (known?.serials ?? []),
    macs: networks || networkdevice ? macs : (known?.macs ?? []),
  };
}

async function savedSections(store: MachineStore, arrival: Arrival): Promise<SaveRequest['sections']> {
  const saved = await Promise.all(sectionNames.map(async (name) => [name, await savedSection(store, arrival, name)]));
  return present(Object.fromEntries(saved));
}

/** Undefined for a section of which nothing was ever said; OCS agents call unchanged what they do not know. */
async function savedSection(
  store: MachineStore,
  { inventory, known }: Arrival,
  name: SectionName,
): Promise<SavedSection | undefined> {
  const rows = inventory.sections[name];
  const before = known?.sections[name];
  const report = inventory.reports[name] ?? impliedReport(rows, before !== undefined);
  if (!report) return undefined;
  const reason = present({ reason: report.reason });
  switch (report.state) {
    case 'unchanged':
      return before?.digest ? { ...confirmedState(before), confirmed: true } : undefined;
    case 'complete':
      return { completeness: 'complete', ...reason, rows: rows ?? [] };
    case 'partial':
      return { completeness: 'partial', ...reason, rows: await withKnownRows(store, known, name, rows ?? []) };
    default:
      return { completeness: report.state, ...reason };
  }
}

/** What an agent sends without a word about it was collected; what it used to send and now does not was not. */
function impliedReport(rows: readonly AnyRow[] | undefined, isKnown: boolean): SectionReport | undefined {
  if (rows) return { state: 'complete' };
  return isKnown ? { state: 'skipped', reason: 'not-sent' } : undefined;
}

/** What was carried over for want of news is as good as collected once the agent says that it still holds. */
function confirmedState({ completeness, reason }: { readonly completeness: Completeness; readonly reason?: string }) {
  const wasCollected = completeness === 'complete' || completeness === 'partial';
  return wasCollected ? { completeness, ...present({ reason }) } : { completeness: 'complete' as const };
}

async function withKnownRows(
  store: MachineStore,
  known: MachineRecord | undefined,
  name: SectionName,
  rows: readonly AnyRow[],
): Promise<readonly AnyRow[]> {
  if (!known || describe(name).volatile) return rows;
  return mergePartial(name, (await store.rows(known.id, known.seq, name)) ?? [], rows);
}
