import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agentRatios } from './agents.ts';
import { askingRatios } from './asking.ts';
import { comparingRatios } from './comparing.ts';
import { exploringRatios } from './exploring.ts';
import { fillStore, listingRatios } from './listing.ts';
import { programRatios } from './programs.ts';
import type { Ratio } from './ratio.ts';
import { receivingRatios } from './receiving.ts';

/** Measures everything, or the parts that are named, and prints a table; 1 where a ratio is out of its bound, else 0. */
export async function bench(named: readonly string[]): Promise<0 | 1> {
  const folder = mkdtempSync(join(tmpdir(), 'parcours-bench-'));
  const wanted = Object.entries(parts).filter(([name]) => named.length === 0 || named.includes(name));
  if (wanted.length === 0) throw new Error(`nothing is called so; there are ${Object.keys(parts).join(', ')}`);
  try {
    const ratios: Ratio[] = [];
    for (const [name, measure] of wanted) ratios.push(...(await measure(join(folder, name))));
    for (const ratio of ratios) console.log(lineOf(ratio));
    return ratios.every(isWithin) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What can be measured, each in a folder of its own. */
const parts: Readonly<Record<string, (folder: string) => Promise<readonly Ratio[]>>> = {
  program: inFolder(programRatios),
  agent: inFolder(agentRatios),
  serve: receivingRatios,
  diff: comparingRatios,
  fleet: inFolder(askingRatios),
  explorer: inFolder(async (folder) => {
    const fleet = join(folder, 'fleet');
    await fillStore(fleet);
    return [...(await listingRatios(fleet)), ...(await exploringRatios(folder, fleet))];
  }),
};

function inFolder<T>(measure: (folder: string) => Promise<T>): (folder: string) => Promise<T> {
  return (folder) => {
    mkdirSync(folder);
    return measure(folder);
  };
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
