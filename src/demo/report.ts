import type { Sections } from '../model/catalogue.ts';
import type { Inventory, SectionReport } from '../model/inventory.ts';
import { systems } from './data/systems.ts';
import type { DemoMachine } from './machine.ts';

/** An inventory as the server of the school gets it. */
export interface DemoReport {
  readonly inventory: Inventory;
  /** ISO 8601 in UTC. */
  readonly receivedAt: string;
}

/** What the agent of a machine sends on a date. */
export function reportOf(machine: DemoMachine, date: Date): DemoReport {
  const inventory: Inventory = {
    deviceId: machine.deviceId,
    kind: machine.place.role.device ?? 'computer',
    agent: machine.place.role.device ? DEVICE_AGENT : systems[machine.system].agent,
    at: date.toISOString(),
    ...(machine.place.role.unprivileged ? asUser(machine.sections) : asRoot(machine.sections)),
    account: { TAG: machine.place.room },
    extras: [],
  };
  return { inventory, receivedAt: new Date(date.getTime() + 2000).toISOString() };
}

/** What asks printers and switches over SNMP. */
const DEVICE_AGENT = 'GLPI-Agent_v1.15';

type Said = Pick<Inventory, 'sections' | 'reports'>;

const complete: SectionReport = { state: 'complete' };
const denied: SectionReport = { state: 'skipped', reason: 'needs-root' };
const partial: SectionReport = { state: 'partial', reason: 'needs-root' };

function asRoot(sections: Sections): Said {
  return { sections, reports: Object.fromEntries(Object.keys(sections).map((name) => [name, complete])) };
}

/** The tables of SMBIOS are for root alone, and so are serial numbers and the UUID. */
function asUser(all: Sections): Said {
  const { memories, slots, ports, bios = [], hardware = [], ...others } = all;
  const { sections, reports } = asRoot({
    ...others,
    bios: bios.map(({ serial, boardSerial, ...row }) => row),
    hardware: hardware.map(({ uuid, ...row }) => row),
  });
  const refused = { memories: denied, slots: denied, ports: denied, bios: partial, hardware: partial };
  return { sections, reports: { ...reports, ...refused } };
}
