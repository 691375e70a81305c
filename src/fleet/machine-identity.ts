import { sha256 } from '../model/canonical.ts';
import { deviceIdPart, hostOfDeviceId, isDeviceId } from '../model/device-id.ts';
import { ParcoursError } from '../model/errors.ts';
import type { Inventory } from '../model/inventory.ts';
import { isPlaceholderMac, isPlaceholderSerial, isPlaceholderUuid } from '../model/placeholders.ts';
import { present } from '../model/present.ts';
import type { Evidence, FleetRow } from '../store/store.ts';

/** What tells this machine from others; no placeholders of firmware makers, no addresses of software adapters. */
export function evidenceOf({ sections }: Pick<Inventory, 'sections'>): Evidence {
  const { uuid } = sections.hardware?.[0] ?? {};
  const { serial, boardSerial, enclosureSerial } = sections.bios?.[0] ?? {};
  const device = sections.networkdevice?.[0];
  const serials = [serial, boardSerial, enclosureSerial, device?.serial].filter((text) => text !== undefined);
  const adapters = [...(sections.networks ?? []), ...(device ? [{ mac: device.mac, virtual: false }] : [])];
  const macs = adapters.flatMap(({ mac, virtual }) => (mac && !virtual ? [mac.toLowerCase()] : []));
  return {
    ...present({ uuid: uuid && !isPlaceholderUuid(uuid) ? uuid.toLowerCase() : undefined }),
    serials: unique(serials.map((text) => text.trim()).filter((text) => !isPlaceholderSerial(text))),
    macs: unique(macs.filter((mac) => !isPlaceholderMac(mac))).sort(),
  };
}

/** What an agent calls its machine, else the host part of its id, else the id. */
export function machineName({ sections, deviceId = '' }: Pick<Inventory, 'sections' | 'deviceId'>): string {
  return ownName(sections) ?? hostOfDeviceId(deviceId) ?? (deviceId || UNNAMED);
}

/** The name in an inventory, of a machine or of a device without an agent. */
export function ownName({ hardware, networkdevice }: Inventory['sections']): string | undefined {
  return hardware?.[0]?.name ?? networkdevice?.[0]?.name;
}

/**
 * The id under which a machine that nobody knows is kept: the agent's, or one made of what tells the machine apart.
 * Fails with `bad-input` for an id that could be mistaken for something else.
 */
export function newMachineId(inventory: Pick<Inventory, 'sections' | 'deviceId'>): string {
  const { deviceId } = inventory;
  if (deviceId === undefined) return derivedId(inventory);
  if (isDeviceId(deviceId)) return deviceId;
  throw new ParcoursError('bad-input', `${JSON.stringify(deviceId.slice(0, 80))} is no device id`);
}

/** By id: the other machines with the same UUID, serial number or MAC address. Machines without any are left out. */
export function possibleDoubles(rows: readonly FleetRow[]): ReadonlyMap<string, readonly string[]> {
  const doubles = new Map<string, Set<string>>();
  for (const { marksOf, isPlaceholder } of Object.values(evidenceKinds)) {
    for (const [mark, ids] of marksInCommon(rows, marksOf)) if (!isPlaceholder(mark)) addDoubles(doubles, ids);
  }
  return new Map([...doubles].map(([id, others]) => [id, [...others].sort()]));
}

/** What two machines have in common that only one machine should have. */
export function sharedMarks(one: FleetRow, other: FleetRow): readonly EvidenceKind[] {
  return (['uuid', 'serial', 'mac'] as const).filter((kind) => {
    const { marksOf, isPlaceholder } = evidenceKinds[kind];
    const marks = new Set(marksOf(other));
    return marksOf(one).some((mark) => marks.has(mark) && !isPlaceholder(mark));
  });
}

type EvidenceKind = 'uuid' | 'serial' | 'mac';

const UNNAMED = 'unnamed';

/** What more machines than this have in common is a placeholder that no table names yet. */
const MAX_SHARERS = 50;

function derivedId(inventory: Pick<Inventory, 'sections'>): string {
  const { uuid, serials, macs } = evidenceOf(inventory);
  const name = machineName(inventory);
  const digest = sha256(JSON.stringify([uuid ?? '', serials, macs, name]));
  return `${deviceIdPart(name).slice(0, 200)}-${digest.slice(0, 12)}`;
}

/** What tells machines apart, and what of it tells nothing: few marks are shared, so only those are looked at closely. */
const evidenceKinds: Readonly<Record<EvidenceKind, EvidenceReader>> = {
  uuid: { marksOf: ({ uuid }) => (uuid ? [uuid.toLowerCase()] : []), isPlaceholder: isPlaceholderUuid },
  serial: { marksOf: ({ serial }) => (serial ? [serial.trim()] : []), isPlaceholder: isPlaceholderSerial },
  mac: { marksOf: ({ macs }) => macs, isPlaceholder: () => false },
};

interface EvidenceReader {
  readonly marksOf: (row: FleetRow) => readonly string[];
  readonly isPlaceholder: (mark: string) => boolean;
}

/** The marks that more than one machine has, and a number of them that is no placeholder's. */
function marksInCommon(
  rows: readonly FleetRow[],
  marksOf: (row: FleetRow) => readonly string[],
): readonly (readonly [mark: string, ids: readonly string[]])[] {
  const [first, shared] = [new Map<string, string>(), new Map<string, Set<string>>()];
  for (const row of rows) {
    for (const mark of marksOf(row)) {
      const known = first.get(mark);
      if (known === undefined) first.set(mark, row.id);
      else shared.set(mark, (shared.get(mark) ?? new Set([known])).add(row.id));
    }
  }
  return [...shared].map(([mark, ids]) => [mark, [...ids]] as const).filter(([, ids]) => ids.length <= MAX_SHARERS);
}

function addDoubles(doubles: Map<string, Set<string>>, ids: readonly string[]): void {
  for (const id of ids) {
    const others = doubles.get(id) ?? new Set();
    for (const other of ids) if (other !== id) others.add(other);
    doubles.set(id, others);
  }
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
