import type { Host } from '../../model/host.ts';
import { type HardwareIds, readHardwareIds } from './hardware-ids.ts';
import { devicesIn } from './sysfs.ts';
import { attribute, linkName } from './text.ts';

/** A device on the PCI bus; ids are lower-case hex, names come from pci.ids. */
export interface PciDevice {
  /** Such as `0000:00:1f.3`. */
  readonly slot: string;
  /** Class and subclass, such as `0403`. */
  readonly classId: string;
  readonly vendorId: string;
  readonly deviceId: string;
  readonly subsystemId: string | undefined;
  readonly revision: string | undefined;
  readonly driver: string | undefined;
  readonly vendor: string | undefined;
  readonly name: string | undefined;
}

/** The devices whose class and subclass match; undefined without /sys. */
export async function readPciDevices(host: Host, wanted: RegExp): Promise<readonly PciDevice[] | undefined> {
  const slots = await devicesIn(host, FOLDER);
  if (!slots) return undefined;
  const found = await Promise.all(slots.map(async (slot) => ({ slot, classId: await readClass(host, slot) })));
  const matching = found.filter(({ classId }) => wanted.test(classId));
  if (matching.length === 0) return [];
  const ids = await readHardwareIds(host, 'pci');
  return Promise.all(matching.map(({ slot, classId }) => readDevice(host, slot, classId, ids)));
}

const FOLDER = '/sys/bus/pci/devices';

async function readClass(host: Host, slot: string): Promise<string> {
  return (await attribute(host, `${FOLDER}/${slot}/class`))?.slice(2, 6) ?? '';
}

async function readDevice(host: Host, slot: string, classId: string, ids: HardwareIds): Promise<PciDevice> {
  const hex = async (file: string) => (await attribute(host, `${FOLDER}/${slot}/${file}`))?.slice(2);
  const vendorId = (await hex('vendor')) ?? '';
  const deviceId = (await hex('device')) ?? '';
  const subsystem = [await hex('subsystem_vendor'), await hex('subsystem_device')].join(':');
  return {
    slot,
    vendorId,
    deviceId,
    classId,
    subsystemId: /^(?!0000:0000)[\da-f]{4}:[\da-f]{4}$/.test(subsystem) ? subsystem : undefined,
    revision: withoutZero(await hex('revision')),
    driver: await linkName(host, `${FOLDER}/${slot}/driver`),
    vendor: ids.vendor(vendorId),
    name: ids.device(vendorId, deviceId),
  };
}

/** Revision 00 is what a device says that has none. */
function withoutZero(revision: string | undefined): string | undefined {
  return revision === '00' ? undefined : revision;
}

/** Its maker and name; where no list knows the name, its ids. */
export function pciName({ vendor, name, vendorId, deviceId }: PciDevice): string {
  return [vendor, name ?? `${vendorId}:${deviceId}`].filter(Boolean).join(' ');
}
