import type { ModelName } from './data/models.ts';
import type { SystemName } from './data/systems.ts';

/** A place in the school and the machine that stands there. */
export interface Role {
  /** Wing of the building and first room; the next school block has the next room. */
  readonly wing: string;
  readonly number: number;
  /** The machine is bound to its user, not to a room. */
  readonly staff?: true;
  /** Its agent does not run as root, so it cannot read what only root may. */
  readonly unprivileged?: true;
  /** Its room is installed from one image, with hundreds of packages. */
  readonly image?: true;
  /** It is no computer: others report what it tells of itself. */
  readonly device?: 'printer' | 'network';
  readonly model: ModelName;
  readonly system: SystemName;
}

/** One block of the school. A larger fleet is several of them. */
const block: readonly Role[] = [
  { wing: 'A', number: 101, model: 'optiplex', system: 'windows11' },
  { wing: 'A', number: 101, model: 'optiplex', system: 'windows11' },
  { wing: 'A', number: 101, model: 'optiplex', system: 'windows10' },
  { wing: 'B', number: 104, model: 'thinkcentre', system: 'debian12' },
  { wing: 'B', number: 104, model: 'thinkcentre', system: 'debian12' },
  { wing: 'B', number: 104, model: 'thinkcentre', system: 'debian13' },
  { wing: 'B', number: 105, model: 'prodesk', system: 'windows11' },
  { wing: 'B', number: 105, model: 'prodesk', system: 'debian12', unprivileged: true },
  { wing: 'B', number: 105, model: 'imac', system: 'macos15' },
  { wing: 'SRV', number: 1, model: 'poweredge', system: 'debianServer' },
  { wing: 'PROF', number: 20, staff: true, model: 'thinkpad', system: 'windows11' },
];

/** Where a machine stands: its room, its place in it, and its place in the network. */
export interface Place {
  readonly role: Role;
  readonly room: string;
  readonly name: string;
  /** First three bytes of the addresses of the room, with dots. */
  readonly network: string;
  readonly seat: number;
}

export function placeOf(index: number): Place {
  const role = block[index % block.length] as Role;
  const turn = Math.floor(index / block.length);
  const room = role.number < 100 ? role.wing : `${role.wing}${role.number + 10 * turn}`;
  const before = block.slice(0, index % block.length).filter(({ wing, number }) => isSame(role, wing, number)).length;
  const seat = role.number < 100 ? turn + 1 : before + 1;
  const name = `${room}-${String(seat).padStart(2, '0')}`;
  return { role, room, name, seat, network: `10.${1 + turn}.${role.number}` };
}

function isSame(role: Role, wing: string, number: number): boolean {
  return role.wing === wing && role.number === number;
}
