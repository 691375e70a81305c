import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { CollectorReport } from '../../src/collect/collector.ts';
import {
  type AutoPart,
  type AutoRun,
  absentPhases,
  medianCollectors,
  medianPhases,
  readAuto,
  wholeRun,
  writeAuto,
} from '../../src/lab/auto-run.ts';
import type { PhaseName } from '../../src/model/measured.ts';

const part: AutoPart = {
  at: '2026-11-23T14:02:00.000Z',
  sent: false,
  runs: [
    run(300, { start: 200, collect: 250 }, { 'linux/bios': 90, 'linux/cpus': 4 }),
    run(80, { collect: 70, build: 10 }, { 'linux/bios': 5, 'linux/cpus': 6 }),
    run(100, { collect: 80, build: 12 }, { 'linux/bios': 7, 'linux/cpus': 8 }),
  ],
  answers: { memory: { values: [{ value: 15842, unit: 'MiB' }] }, room: { lack: 'person' } },
};

it('gives the median of each phase over the runs in which it happened', () => {
  expect(medianPhases(part).map(({ name, milliseconds }) => [name, milliseconds])).toEqual([
    ['start', 200],
    ['collect', 80],
    ['build', 11],
  ]);
  expect(absentPhases(part)).toEqual(['compress', 'connect', 'send', 'answer']);
});

it('counts the start of the program, once, with the median run', () => {
  expect(wholeRun(part)).toEqual({ milliseconds: 300, cpuMilliseconds: 30 });
});

it('names the slowest collectors first', () => {
  expect(medianCollectors(part).map(({ name, milliseconds }) => [name, milliseconds])).toEqual([
    ['linux/bios', 7],
    ['linux/cpus', 6],
  ]);
});

it('comes back from its file as it was', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parcours-auto-'));
  expect(await readAuto(folder)).toBeUndefined();
  await writeAuto(folder, part);
  expect(await readAuto(folder)).toEqual(part);
});

it.each([
  ['another document', '[]'],
  ['a run without its times', JSON.stringify({ ...part, runs: [{ phases: [] }] })],
  ['an answer that is none', JSON.stringify({ ...part, answers: { memory: 15842 } })],
  ['half a document', JSON.stringify(part).slice(0, 100)],
])('refuses %s in its place', async (_, text) => {
  const folder = mkdtempSync(join(tmpdir(), 'parcours-auto-'));
  writeFileSync(join(folder, 'auto.json'), text);
  await expect(readAuto(folder)).rejects.toMatchObject({ code: 'store-damaged' });
});

function run(
  milliseconds: number,
  phases: { readonly [N in PhaseName]?: number },
  collectors: Readonly<Record<string, number>>,
): AutoRun {
  return {
    milliseconds,
    cpuMilliseconds: milliseconds / 10,
    phases: (Object.entries(phases) as [PhaseName, number][]).map(([name, spent]) => ({
      name,
      milliseconds: spent,
      cpuMilliseconds: spent / 10,
    })),
    sent: [],
    collectors: Object.entries(collectors).map(([name, spent]) => report(name, spent)),
  };
}

function report(name: string, milliseconds: number): CollectorReport {
  return { name, section: 'bios', milliseconds, outcome: 'reported', items: 1 };
}
