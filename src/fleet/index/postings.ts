/** Positions of machines as bits, the lowest bit of the first byte first. */
export type MachineSet = Uint8Array;

/** Positions in rising order, as bits or as distances of seven bits a byte, whichever is shorter. */
export function encodePosting(positions: readonly number[], machines: number): Uint8Array {
  const bytes = Math.ceil(machines / 8);
  const distances = encodeDistances(positions, bytes);
  return distances ?? bitsOf(positions, bytes);
}

/** Adds the positions of a posting to a set. */
export function addPosting(set: MachineSet, posting: Uint8Array, machines: number): void {
  if (posting.length === Math.ceil(machines / 8)) {
    for (let at = 0; at < posting.length; at++) set[at] = (set[at] ?? 0) | (posting[at] ?? 0);
  } else eachPosition(posting, (position) => mark(set, position));
}

export function positionsOf(posting: Uint8Array, machines: number): readonly number[] {
  return posting.length === Math.ceil(machines / 8) ? membersOf(posting) : decodeDistances(posting);
}

/** All of so many machines are in it. */
export function isFull(set: MachineSet, machines: number): boolean {
  const whole = machines >> 3;
  for (let at = 0; at < whole; at++) if (set[at] !== 0xff) return false;
  return (machines & 7) === 0 || set[whole] === (1 << (machines & 7)) - 1;
}

/** The positions in a set, in rising order. */
export function membersOf(set: MachineSet): number[] {
  const members: number[] = [];
  for (let at = 0; at < set.length; at++) {
    const byte = set[at] ?? 0;
    for (let bit = 0; byte >> bit > 0; bit++) if ((byte >> bit) & 1) members.push(at * 8 + bit);
  }
  return members;
}

function bitsOf(positions: readonly number[], bytes: number): Uint8Array {
  const set = new Uint8Array(bytes);
  for (const position of positions) mark(set, position);
  return set;
}

function mark(set: MachineSet, position: number): void {
  const at = position >> 3;
  if (at < set.length) set[at] = (set[at] ?? 0) | (1 << (position & 7));
}

/** Undefined where the bits are not longer. */
function encodeDistances(positions: readonly number[], limit: number): Uint8Array | undefined {
  if (positions.length >= limit) return undefined;
  const bytes: number[] = [];
  let before = -1;
  for (const position of positions) {
    let distance = position - before - 1;
    before = position;
    for (; distance > 0x7f; distance >>>= 7) bytes.push((distance & 0x7f) | 0x80);
    bytes.push(distance);
  }
  return bytes.length < limit ? Uint8Array.from(bytes) : undefined;
}

function decodeDistances(posting: Uint8Array): number[] {
  const positions: number[] = [];
  eachPosition(posting, (position) => positions.push(position));
  return positions;
}

/** A loop without an iterator: it runs millions of times at a key. */
function eachPosition(posting: Uint8Array, take: (position: number) => void): void {
  let [before, distance, shift] = [-1, 0, 0];
  for (let at = 0; at < posting.length; at++) {
    const byte = posting[at] ?? 0;
    distance |= (byte & 0x7f) << shift;
    shift += 7;
    if (byte > 0x7f) continue;
    before += distance + 1;
    take(before);
    distance = 0;
    shift = 0;
  }
}
