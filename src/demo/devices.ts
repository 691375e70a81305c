import type { Sections } from '../model/catalogue.ts';
import type { Moment } from './life.ts';
import { type DemoMachine, mapRows } from './machine.ts';
import { addressOf } from './network.ts';
import type { Random } from './random.ts';
import type { Place } from './roles.ts';

/** What a printer or a switch tells of itself over SNMP. */
export function deviceSections(place: Place, device: 'printer' | 'network', random: Random): Sections {
  const { manufacturer, model, firmware, serial, mac } = products[device];
  return {
    networkdevice: [
      {
        name: place.name,
        manufacturer,
        model,
        firmware,
        serial: random.fill(serial),
        mac: `${mac}:${random.fill('%%:%%:%%')}`,
        ipAddresses: [addressOf(place)],
        location: place.room,
        description: `${manufacturer} ${model}`,
      },
    ],
    ...(device === 'printer' ? { pagecounters: [{ total: random.between(2000, 90_000) }], cartridges: toner(90) } : {}),
  };
}

/** Pages are printed, toner goes down and is replaced; half way through the maker brings new firmware. */
export function liveDevice(machine: DemoMachine, { week, random }: Moment): DemoMachine {
  const printed = mapRows(machine, 'networkdevice', (row) => ({ ...row, ...renewed(row.firmware, week) }));
  if (machine.place.role.device !== 'printer') return printed;
  const counted = mapRows(printed, 'pagecounters', (row) => ({ total: (row.total ?? 0) + random.between(20, 900) }));
  return { ...counted, sections: { ...counted.sections, cartridges: toner(random.between(5, 95)) } };
}

const products = {
  printer: {
    manufacturer: 'Brother',
    model: 'HL-L6410DN',
    firmware: '1.14',
    serial: 'E8####N3F######',
    mac: '00:1b:a9',
  },
  network: {
    manufacturer: 'Aruba',
    model: '2930F-24G',
    firmware: 'WC.16.11.0020',
    serial: 'CN#@@#@@@@',
    mac: '88:3a:30',
  },
} as const;

const RENEWED_IN = 6;

function renewed(firmware: string | undefined, week: number) {
  return week === RENEWED_IN && firmware ? { firmware: `${firmware}.1` } : {};
}

function toner(level: number): NonNullable<Sections['cartridges']> {
  return [{ name: 'tonerblack', value: String(level) }];
}
