import { isIP } from 'node:net';
import type { AddressChange, AddressNotice } from '../model/address-notice.ts';
import type { SectionName, SectionRow } from '../model/catalogue.ts';
import type { MachineRecord, SavedSection, SaveRequest, StoreWriter } from '../store/store.ts';
import { readableRows } from './state.ts';

/**
 * Gives a known machine its new addresses: its newest state with them, all else as it was. What it says of interfaces
 * that nobody knows waits for the next inventory. False where nothing of it applies.
 */
export async function takeNotice(
  store: StoreWriter,
  deviceId: string,
  notice: AddressNotice,
  receivedAt: string,
): Promise<boolean> {
  const id = (await store.resolve(deviceId)) ?? deviceId;
  return store.exclusive(id, async () => {
    const known = await store.machine(id);
    const sections = known && (await sectionsAfter(store, known, notice));
    if (!known || !sections || Object.keys(sections).length === 0) return false;
    await store.save({ ...requestFor(known, receivedAt), sections });
    return true;
  });
}

async function sectionsAfter(
  store: StoreWriter,
  known: MachineRecord,
  { changes, ipAddress }: AddressNotice,
): Promise<SaveRequest['sections']> {
  const [networks, hardware] = await Promise.all([
    knownRows(store, known, 'networks'),
    knownRows(store, known, 'hardware'),
  ]);
  const valid = changes.filter((change) => isIP(change.ipAddress ?? '') !== 0);
  const moved = networks?.map((row, _, rows) => withAddresses(row, changeFor(row, rows, valid)));
  const isMoved = networks?.some((row, _, rows) => changeFor(row, rows, valid)) === true;
  const named = ipAddress !== undefined &&
    isIP(ipAddress) !== 0 &&
    hardware && { ...hardware[0], ipAddresses: [ipAddress] };
  return {
    ...(moved && isMoved && { networks: again(known, 'networks', moved) }),
    ...(named && { hardware: again(known, 'hardware', [named]) }),
  };
}

/** What belonged to the old address goes with it. */
function withAddresses(row: NetworkRow, addresses: Omit<AddressChange, 'mac'> | undefined): NetworkRow {
  if (!addresses) return row;
  const { ipAddress: _, ipMask: _mask, ipGateway: _gateway, ipSubnet: _subnet, ipDhcp: _dhcp, ...bare } = row;
  return { ...bare, ...addresses };
}

/** A machine has one row an address: of those of an interface, the first of the same family takes the new one. */
function changeFor(row: NetworkRow, rows: readonly NetworkRow[], changes: readonly AddressChange[]) {
  const change = changes.find(({ mac }) => mac.toLowerCase() === row.mac?.toLowerCase());
  if (!change) return undefined;
  const ofInterface = rows.filter(({ mac }) => mac?.toLowerCase() === row.mac?.toLowerCase());
  const family = isIP(change.ipAddress ?? '');
  const taker = ofInterface.find(({ ipAddress }) => isIP(ipAddress ?? '') === family) ?? ofInterface[0];
  const { mac: _, ...addresses } = change;
  return taker === row ? addresses : undefined;
}

type NetworkRow = SectionRow<'networks'>;

async function knownRows<N extends SectionName>(store: StoreWriter, record: MachineRecord, name: N) {
  const head = (await store.timeline(record.id)).find(({ seq }) => seq === record.seq);
  if (!head || record.sections[name]?.digest === undefined) return undefined;
  return (await readableRows(store, { record, head, newest: true }, name)) as readonly SectionRow<N>[] | undefined;
}

function again({ sections }: MachineRecord, name: SectionName, rows: NonNullable<SavedSection['rows']>): SavedSection {
  const completeness = sections[name]?.completeness === 'complete' ? 'complete' : 'partial';
  return { completeness, rows };
}

function requestFor(known: MachineRecord, receivedAt: string): Omit<SaveRequest, 'sections'> {
  const { id, name, kind, evidence, agent, extras } = known;
  return {
    id,
    name,
    kind,
    evidence,
    agent,
    extras,
    account: {},
    aliases: [],
    at: receivedAt,
    receivedAt,
    unasked: true,
  };
}
