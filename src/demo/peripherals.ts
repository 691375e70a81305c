import type { SectionRow, Sections } from '../model/catalogue.ts';
import type { System } from './data/systems.ts';
import type { Random } from './random.ts';
import type { Place } from './roles.ts';

/** What stands on the desk: screen, keyboard, mouse, the printers of the room. */
export function peripheralSections(place: Place, system: System, random: Random): Sections {
  if (place.role.wing === 'SRV') return { monitors: [], printers: [], inputs: [], usbdevices: [] };
  return {
    monitors: [monitorOf(place, random)],
    printers: printersOf(place, system),
    inputs: [
      { type: 'Keyboard', description: 'Dell KB216 Wired Keyboard', interface: 'USB', manufacturer: 'Dell' },
      { type: 'Pointing', description: 'Dell MS116 USB Optical Mouse', interface: 'USB', manufacturer: 'Dell' },
    ],
    usbdevices: [
      {
        description: 'Dell KB216 Wired Keyboard',
        manufacturer: 'Dell Computer Corp.',
        vendorId: '413c',
        productId: '2113',
      },
      {
        description: 'Dell MS116 USB Optical Mouse',
        manufacturer: 'Dell Computer Corp.',
        vendorId: '413c',
        productId: '301a',
      },
    ],
  };
}

const screens: readonly { readonly maker: string; readonly name: string; readonly serial: string }[] = [
  { maker: 'Dell Inc.', name: 'DELL P2422H', serial: '#@@@@@3' },
  { maker: 'HP', name: 'HP E24 G4', serial: 'CNK1######' },
  { maker: 'iiyama', name: 'PL2493H', serial: '1#####B######' },
];

function monitorOf(place: Place, random: Random): SectionRow<'monitors'> {
  if (place.role.model === 'imac') return { caption: 'iMac', manufacturer: 'Apple', description: '20/2021' };
  const screen = random.pick(screens);
  return {
    caption: screen.name,
    manufacturer: screen.maker,
    description: `${random.between(1, 52)}/${random.between(2021, 2024)}`,
    port: place.role.staff ? 'HDMI' : 'DisplayPort',
    serial: random.fill(screen.serial),
  };
}

function printersOf(place: Place, system: System): readonly SectionRow<'printers'>[] {
  const address = `${place.network}.200`;
  const room: SectionRow<'printers'> = {
    name: `${place.room} HP LaserJet Pro M404dn`,
    driver: system.family === 'windows' ? 'HP Universal Printing PCL 6' : 'HP LaserJet Pro M404dn, driverless',
    port: system.family === 'windows' ? address : `ipp://${address}/ipp/print`,
    network: true,
    shared: false,
    resolution: '1200x1200',
    status: 'Idle',
  };
  return system.family === 'windows' ? [room, toPdf] : [room];
}

const toPdf: SectionRow<'printers'> = {
  name: 'Microsoft Print to PDF',
  driver: 'Microsoft Print To PDF',
  port: 'PORTPROMPT:',
  network: false,
  shared: false,
  printProcessor: 'winprint',
  status: 'Idle',
};
