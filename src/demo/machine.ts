import type { SectionName, SectionRow, Sections } from '../model/catalogue.ts';
import { accountSections } from './accounts.ts';
import { type Calendar, dateText, daysBefore, deviceIdOf, type Slot } from './calendar.ts';
import { type Model, models } from './data/models.ts';
import { type SystemName, systems } from './data/systems.ts';
import { deviceSections } from './devices.ts';
import { hardwareSections } from './hardware.ts';
import { networkSections } from './network.ts';
import { peripheralSections } from './peripherals.ts';
import { createRandom, type Random } from './random.ts';
import { type Place, placeOf } from './roles.ts';
import { softwareSections } from './software.ts';
import { systemSections } from './system.ts';

/** A machine of the school as it is in one week. */
export interface DemoMachine {
  readonly deviceId: string;
  readonly name: string;
  readonly place: Place;
  readonly system: SystemName;
  readonly slot: Slot;
  /** Week of its first inventory. */
  readonly since: number;
  /** Week of its last software update. */
  readonly updated: number;
  /** It no longer reports. */
  readonly gone: boolean;
  readonly sections: Sections;
}

/** The machine at a place of the school, as it is before the first week. */
export function createMachine(index: number, calendar: Calendar, random: Random, place = placeOf(index)): DemoMachine {
  const slot = { daysBeforeEnd: index % 5, minuteOfDay: 7 * 60 + 30 + random.between(0, 500) };
  const image = place.role.image ? createRandom(`image of ${place.room}`) : random;
  const installed = daysBefore(calendar, image.between(30, 300), slot.minuteOfDay);
  return {
    deviceId: deviceIdOf(place.name, installed),
    name: place.name,
    place,
    system: place.role.system,
    slot,
    since: 0,
    updated: 0,
    gone: false,
    sections: createSections(place, dateText(installed), random),
  };
}

/** The rows of a section; none where the machine has no such section. */
export function rowsOf<N extends SectionName>(machine: DemoMachine, section: N): readonly SectionRow<N>[] {
  return machine.sections[section] ?? [];
}

export function withRows<N extends SectionName>(
  machine: DemoMachine,
  section: N,
  rows: readonly SectionRow<N>[],
): DemoMachine {
  return { ...machine, sections: { ...machine.sections, [section]: rows } };
}

/** The machine with every row of a section rewritten. */
export function mapRows<N extends SectionName>(
  machine: DemoMachine,
  section: N,
  rewrite: (row: SectionRow<N>) => SectionRow<N>,
): DemoMachine {
  return withRows(machine, section, rowsOf(machine, section).map(rewrite));
}

function createSections(place: Place, installed: string, random: Random): Sections {
  if (place.role.device) return deviceSections(place, place.role.device, random);
  const model: Model = models[place.role.model];
  const system = systems[place.role.system];
  return {
    ...hardwareSections(model, system, random.fork('hardware')),
    ...networkSections(model, system, place, random.fork('network')),
    ...peripheralSections(place, system, random.fork('peripherals')),
    ...softwareSections(place.role, installed),
    ...accountSections(place, system, random.fork('accounts')),
    ...systemSections(place, model, system, random.fork('system')),
  };
}
