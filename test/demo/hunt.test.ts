import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readAnswers } from '../../src/demo/answers.ts';
import { type EventKind, eventKinds } from '../../src/demo/events/change.ts';
import { makeFleet } from '../../src/demo/fleet.ts';
import type { Answer } from '../../src/demo/simulate.ts';
import type { Change, Fleet, FleetQuestions } from '../../src/fleet/fleet.ts';
import { openIndex } from '../../src/fleet/index/kept-index.ts';
import { createFleet } from '../../src/fleet/query.ts';
import { sha256 } from '../../src/model/canonical.ts';
import { openReader } from '../../src/store/files.ts';

const end = new Date('2026-10-31T00:00:00Z');
/** What a teacher asks for: `demo --machines 200 --months 3 --seed 1 --plant all`. */
const hunt = { machines: 200, months: 3, seed: 1, end, plant: eventKinds };
let directory: string;
let fleet: Fleet & FleetQuestions;
let answers: readonly Answer[];
let changes: readonly Change[];

beforeAll(async () => {
  directory = join(await mkdtemp(join(tmpdir(), 'parcours-hunt-')), 'store');
  await makeFleet({ ...hunt, directory });
  const reader = await openReader(directory);
  fleet = createFleet(reader, () => end.getTime(), openIndex(directory, reader));
  answers = await readAnswers(directory);
  changes = await fleet.changes({ since: 0, until: end.getTime() + 86_400_000 });
}, 120_000);
afterAll(() => rm(join(directory, '..'), { recursive: true }));

it('is the same to the byte for every pupil', async () => {
  const again = join(directory, '..', 'again');
  await makeFleet({ ...hunt, directory: again });
  expect(await digestsOf(again)).toEqual(await digestsOf(directory));
}, 120_000);

it('seals its answers: nothing in the store tells what was planted', async () => {
  const files = await digestsOf(directory);
  expect(Object.keys(files).filter((path) => /answer/i.test(path))).toEqual([]);
  const recipe = await readFile(join(directory, 'demo.json'), 'utf8');
  expect(answers.filter(({ detail }) => detail !== '' && recipe.includes(detail))).toEqual([]);
});

it('plants every kind of event', () => {
  expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(eventKinds));
});

it('is found by what changed: parts, programs, accounts, addresses, systems', () => {
  const shown = answers.filter(({ kind }) => Object.hasOwn(signs, kind));
  const unseen = shown.filter((answer) => !changes.some((change) => isShownBy(answer, change)));
  expect(unseen).toEqual([]);
});

it('tells an upgrade that stopped half way from one that did not', () => {
  const moved = ({ at, machine }: Answer) =>
    changes.filter((one) => one.at === at && one.machine.id === machine.id && one.section === 'softwares');
  const upgrades = answers.filter(({ kind, detail }) => /upgrade/.test(kind) && detail.startsWith('Debian'));
  const whole = Math.max(...upgrades.map((upgrade) => moved(upgrade).length));
  for (const upgrade of upgrades) {
    const share = moved(upgrade).length / whole;
    expect(share, upgrade.machine.name).toBeGreaterThan(0.3);
    expect(share < 0.7, upgrade.machine.name).toBe(upgrade.kind === 'upgrade-unfinished');
  }
  expect(new Set(upgrades.map(({ kind }) => kind)).size).toBe(2);
});

it('tells of a module that moved as one event, from one machine to the other', () => {
  const moves = answers.filter(({ kind }) => kind === 'memory-moved');
  const serials = [...new Set(moves.map(({ detail }) => detail))];
  for (const serial of serials) {
    const [out, into] = moves.filter(({ detail }) => detail === serial);
    const told = changes.filter(({ before, after }) => [before, after].some((row) => row?.['serial'] === serial));
    expect(told).toHaveLength(1);
    if (!into) continue;
    expect(told[0]).toMatchObject({ kind: 'moved', machine: into.machine, from: { machine: out?.machine } });
  }
});

it('is found among the silent and the doubles', async () => {
  const named = async (query: string) => new Set((await fleet.select(query)).map(({ name }) => name));
  const [silent, double] = [await named('silent'), await named('double')];
  for (const { kind, machine } of answers) {
    if (kind === 'silent') expect(silent, machine.name).toContain(machine.name);
    if (kind === 'reimaged' || kind === 'cloned') expect(double, machine.name).toContain(machine.name);
  }
});

/** Each file of a store by its path. */
async function digestsOf(store: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(store, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(paths.map(async (path) => [path.slice(store.length), sha256(await readFile(path))])),
  );
}

/** How a change shows an event, where it is the change of one machine. */
const signs: { readonly [K in EventKind]?: (change: Change, detail: string) => boolean } = {
  'disk-replaced': ({ section, after }, detail) => section === 'storages' && after?.['serial'] === detail,
  'memory-stolen': ({ section, before, after }, detail) =>
    section === 'memories' && before?.['serial'] === detail && after?.['serial'] === undefined,
  'system-upgraded': isNewSystem,
  'upgrade-unfinished': isNewSystem,
  'antivirus-off': ({ section, after }) => section === 'antivirus' && after?.['enabled'] === false,
  'forbidden-software': ({ section, key, kind }, detail) =>
    section === 'softwares' && key === detail && kind !== 'changed',
  'account-created': ({ section, after }, detail) => section === 'localusers' && after?.['login'] === detail,
  'address-changed': ({ section, after }, detail) => section === 'networks' && after?.['ipAddress'] === detail,
};

function isNewSystem({ section, after }: Change, detail: string): boolean {
  return section === 'hardware' && after?.['osComments'] === detail;
}

function isShownBy({ kind, at, machine, detail }: Answer, change: Change): boolean {
  return change.at === at && change.machine.id === machine.id && signs[kind]?.(change, detail) === true;
}
