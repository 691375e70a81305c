import type { ModelName } from './data/models.ts';
import type { SystemName } from './data/systems.ts';
import type { Place, Role } from './roles.ts';

/** From so many machines on, a fleet has rooms of one model and one image, as schools buy and install them. */
export function isLarge({ machines }: { readonly machines: number }): boolean {
  return machines >= 100;
}

/** A place in a large school: rooms of 23 machines with a printer and a switch, one after the other. */
export function placeInRoom(index: number): Place {
  const [nth, seat] = [Math.floor(index / ROOM), (index % ROOM) + 1];
  const batch = batches[nth % batches.length] as Batch;
  const room = `${batch.wing}${100 + Math.floor(nth / batches.length)}`;
  return {
    role: { ...batch, number: nth, image: true, ...deviceAt(seat) } satisfies Role,
    room,
    name: `${room}-${suffixOf(seat)}`,
    network: `10.${1 + Math.floor(nth / 250)}.${nth % 250}`,
    seat,
  };
}

const ROOM = 25;

type Batch = Pick<Role, 'wing' | 'unprivileged' | 'staff'> & { readonly model: ModelName; readonly system: SystemName };

/** What was bought and installed together. */
const batches: readonly Batch[] = [
  { wing: 'A', model: 'optiplex', system: 'windows11' },
  { wing: 'B', model: 'thinkcentre', system: 'debian12' },
  { wing: 'C', model: 'prodesk', system: 'windows11' },
  { wing: 'D', model: 'thinkcentre', system: 'debian13' },
  { wing: 'E', model: 'optiplex', system: 'windows10' },
  { wing: 'F', model: 'prodesk', system: 'debian12' },
  { wing: 'G', model: 'imac', system: 'macos15' },
  { wing: 'H', model: 'prodesk', system: 'debian12', unprivileged: true },
  { wing: 'PROF', model: 'thinkpad', system: 'windows11', staff: true },
  { wing: 'SRV', model: 'poweredge', system: 'debianServer' },
];

function deviceAt(seat: number): Pick<Role, 'device'> {
  if (seat === ROOM - 1) return { device: 'printer' };
  return seat === ROOM ? { device: 'network' } : {};
}

function suffixOf(seat: number): string {
  if (seat === ROOM - 1) return 'IMP';
  return seat === ROOM ? 'SW' : String(seat).padStart(2, '0');
}
