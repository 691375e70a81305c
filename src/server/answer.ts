import { type Standing, unlessMisfit } from '../fleet/put-back.ts';
import type { AddressNotice } from '../model/address-notice.ts';
import { isOcsDeviceId } from '../model/device-id.ts';
import type { Inventory } from '../model/inventory.ts';
import type { Schedule } from '../model/schedule.ts';
import { DAY } from '../model/time.ts';
import type { Account } from '../wire/ocs/account.ts';
import { encodeOffer } from '../wire/ocs/agreement/agreement.ts';
import { heldOtherwise } from '../wire/ocs/agreement/rebuild.ts';
import type { SectionDigests } from '../wire/ocs/checksum.ts';
import { encodeInventoryReply, encodeNoUpdate, encodePrologReply, type PrologOption } from '../wire/ocs/reply.ts';
import type { OcsRequest } from '../wire/ocs/request.ts';
import { WireError } from '../wire/wire-error.ts';

/** What the receiver asks of the rest of the program. */
export interface Receiver {
  /**
   * Keeps an inventory; once it resolves the inventory is on disk, and the agent is told so. Rejects with `Misfit` where
   * it leaves out what is not held.
   */
  ingest(inventory: Inventory, received: Received): Promise<Ingested>;
  /** Gives a known machine its new addresses; false where nothing of them applies. `receivedAt` is ISO 8601 in UTC. */
  notify(deviceId: string, notice: AddressNotice, receivedAt: string): Promise<boolean>;
  /** What is known of a machine, by its DEVICEID; undefined where it was never seen. */
  machine(deviceId: string): Promise<Standing | undefined>;
  /** Milliseconds since 1970. */
  now(): number;
  readonly settings: ReceiverSettings;
}

/** How an inventory arrived. */
export interface Received {
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** Address of the sender. */
  readonly peer: string;
}

export interface Ingested {
  readonly id: string;
  readonly isNew: boolean;
  /** The administrative values the server holds for the machine. */
  readonly account: Account;
  /** What is held of it now. */
  readonly digests: SectionDigests;
}

/** What is asked of the machines for which nothing else was set. */
export interface ReceiverSettings extends Required<Schedule> {
  /** What GLPI agents are to leave out, such as `process,environment`. */
  readonly noCategory?: string;
}

/** The reply to a request; undefined where an empty one is due. Fails with a WireError where it must be refused. */
export async function answer(request: OcsRequest, peer: string, receiver: Receiver): Promise<string | undefined> {
  if (request.query === 'UPDATE') return encodeNoUpdate();
  if (request.devices) return answerDevices(request.devices, peer, receiver);
  const deviceId = requireDeviceId(request);
  if (request.query === 'PROLOG') return answerProlog(deviceId, request.isOwn === true, receiver);
  if (request.notice) await receiver.notify(deviceId, request.notice, new Date(receiver.now()).toISOString());
  return request.inventory && answerInventory(request.inventory, request.isOwn === true, peer, receiver);
}

async function answerProlog(deviceId: string, isOwn: boolean, receiver: Receiver): Promise<string> {
  const { known, isDue, frequencyDays, prologFreqHours } = await planFor(deviceId, receiver);
  const offer = isOwn ? [encodeOffer(known?.state)] : [];
  return encodePrologReply({
    response: isDue ? 'SEND' : 'STOP',
    prologFreq: prologFreqHours,
    inventoryOnStartup: true,
    options: frequencyDays < 0 ? [] : [DOWNLOAD_OFF, ...offer],
  });
}

/** What is asked of one machine. */
export interface Plan extends Required<Schedule> {
  readonly known: Standing | undefined;
  /** Whether an inventory of it is wanted now. */
  readonly isDue: boolean;
}

/** What was set for a machine goes before what is asked of all. OCS protocol section 2.4. */
export async function planFor(deviceId: string, { machine, now, settings }: Receiver): Promise<Plan> {
  const known = await machine(deviceId);
  const { frequencyDays, prologFreqHours } = { ...settings, ...known?.schedule };
  const age = known && now() - Date.parse(known.receivedAt);
  // What arrived later than now did so by a clock that was wrong.
  const isOld = age === undefined || age < 0 || age > frequencyDays * DAY;
  return { known, frequencyDays, prologFreqHours, isDue: frequencyDays === 0 || (frequencyDays > 0 && isOld) };
}

/** Devices without an agent carry no administrative values. */
async function answerDevices(devices: readonly Inventory[], peer: string, receiver: Receiver): Promise<string> {
  const received = { at: new Date(receiver.now()).toISOString(), peer };
  for (const device of devices) await receiver.ingest(device, received);
  return encodeInventoryReply({ response: 'NO_ACCOUNT_UPDATE' });
}

/** A new machine brings its own values; afterwards the server's win, and are sent where they differ. */
async function answerInventory(
  inventory: Inventory,
  isOwn: boolean,
  peer: string,
  receiver: Receiver,
): Promise<string> {
  const received = { at: new Date(receiver.now()).toISOString(), peer };
  const ingested = await unlessMisfit(receiver.ingest(inventory, received));
  if (ingested === undefined) return encodeInventoryReply({ response: 'RESEND' });
  const { isNew, account, digests } = ingested;
  const told = isOwn ? { told: heldOtherwise(digests, inventory) } : {};
  const hasNews = !isNew && Object.keys(account).length > 0 && !sameAccount(inventory.account, account);
  if (hasNews) return encodeInventoryReply({ response: 'ACCOUNT_UPDATE', account, ...told });
  return encodeInventoryReply({ response: 'NO_ACCOUNT_UPDATE', ...told });
}

function requireDeviceId({ deviceId }: OcsRequest): string {
  if (deviceId === undefined) throw new WireError('DEVICEID is missing');
  if (!isOcsDeviceId(deviceId)) throw new WireError('DEVICEID is not of the form HOST-YYYY-MM-DD-hh-mm-ss');
  return deviceId;
}

function sameAccount(sent: Account, held: Account): boolean {
  const names = new Set([...Object.keys(sent), ...Object.keys(held)]);
  return [...names].every((name) => sent[name] === held[name]);
}

const DOWNLOAD_OFF: PrologOption = { name: 'DOWNLOAD', params: [{ attributes: { TYPE: 'CONF', ON: '0' } }] };
