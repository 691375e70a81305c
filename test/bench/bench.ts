import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { comparingRatios } from './comparing.ts';
import { exploringRatios } from './exploring.ts';
import { fillStore, listingRatios } from './listing.ts';
import { programRatios } from './programs.ts';
import type { Ratio } from './ratio.ts';
import { receivingRatios } from './receiving.ts';

/** Measures everything and prints a table; 1 where a ratio is out of its bound, else 0. */
export async function bench(): Promise<0 | 1> {
  const folder = mkdtempSync(join(tmpdir(), 'parcours-bench-'));
  const fleet = join(folder, 'fleet');
  try {
    await fillStore(fleet);
    const ratios = [
      ...(await programRatios(folder)),
      ...(await receivingRatios(join(folder, 'received-here'))),
      ...(await comparingRatios()),
      ...(await listingRatios(fleet)),
      ...(await exploringRatios(folder, fleet)),
    ];
    for (const ratio of ratios) console.log(lineOf(ratio));
    return ratios.every(isWithin) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function lineOf(ratio: Ratio): string {
  const { what, over, value, bound } = ratio;
  const verdict = isWithin(ratio) ? '' : '  OUT OF BOUND';
  return `${value.toFixed(2).padStart(8)} ≤ ${String(bound).padEnd(5)} ${what} / ${over}${verdict}`;
}

/** What could not be measured is out of its bound. */
function isWithin({ value, bound }: Ratio): boolean {
  return value <= bound;
}
