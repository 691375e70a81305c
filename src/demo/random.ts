/** Made-up fleets: a school whose machines live, change and are tampered with, the same for the same seed. */

/** The only chance in a made-up fleet: the same seed gives the same draws, everywhere and always. */
export interface Random {
  /** A whole number from low to high, both included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Fills a pattern: `#` a digit, `@` a capital or a digit, `%` a hexadecimal digit. */
  fill(pattern: string): string;
  /** A stream of its own, which what is drawn elsewhere does not disturb. */
  fork(name: string): Random;
}

export function createRandom(seed: string): Random {
  const next = uniform(hash(seed));
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(items: readonly T[]) => items[between(0, items.length - 1)] as T;
  return {
    between,
    pick,
    chance: (probability) => next() < probability,
    fill: (pattern) => pattern.replace(/[#@%]/g, (sign) => pick(alphabets[sign] ?? [sign])),
    fork: (name) => createRandom(`${seed}/${name}`),
  };
}

const alphabets: Readonly<Record<string, readonly string[]>> = {
  '#': [...'0123456789'],
  '@': [...'0123456789BCDFGHJKLMNPQRSTVWXYZ'],
  '%': [...'0123456789abcdef'],
};

/** Numbers from 0 to 1: a counter stirred by 32-bit multiplications. */
function uniform(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const stirred = Math.imul(state ^ (state >>> 15), state | 1);
    const mixed = stirred ^ (stirred + Math.imul(stirred ^ (stirred >>> 7), stirred | 61));
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of Buffer.from(text)) value = Math.imul(value ^ byte, 0x01000193);
  return value >>> 0;
}
