import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { countingProxy } from './counting-proxy.ts';
import { type Home, newHome, type Server } from './program.ts';

/** What passes between the built agent and the built server, and what happens when either forgets. */
let home: Home;
let server: Server;
let fullBytes: number;
let proxy: Awaited<ReturnType<typeof countingProxy>>;

beforeAll(async () => {
  home = newHome();
  server = await home.serve(home.path('S'));
  proxy = await countingProxy(server.host);
  fullBytes = (await run()).bytes;
});
afterAll(async () => {
  await proxy.close();
  await server.stop('SIGKILL');
});

/** One run: the bytes that passed, its log, and what the store holds then. */
async function run(...args: string[]) {
  rmSync(home.path('L'), { force: true });
  const log = ['--debug', `--logfile=${home.path('L')}`];
  const { code } = await home.run(
    '--np',
    `--server=${proxy.host}`,
    '--basevardir',
    home.path('agent'),
    ...log,
    ...args,
  );
  expect(code).toBe(0);
  return { bytes: proxy.count(), log: readFileSync(home.path('L'), 'utf8'), held: await held() };
}

async function held() {
  const { stdout } = await home.run('list', '--json', '--store', home.path('S'));
  const [{ id, snapshots, softwareCount }] = JSON.parse(stdout);
  const [line] = JSON.parse((await home.run('timeline', id, '--json', '--store', home.path('S'))).stdout);
  return { snapshots, softwareCount, digest: line.digest };
}

function onlyFile(folder: string, ending: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending));
  expect(names).toHaveLength(1);
  return join(folder, names[0] ?? '');
}

const stateFile = () => onlyFile(home.path('agent'), 'state.json');
const machineFile = () => onlyFile(join(home.path('S'), 'machines'), '.json');

/** Flips one digit of the first section digest after a mark. */
function flipDigest(file: string, mark: RegExp): void {
  const text = readFileSync(file, 'utf8');
  const flipped = text.replace(
    new RegExp(`(${mark.source})(.)`),
    (_, before, digit) => before + (digit === '0' ? '1' : '0'),
  );
  expect(flipped).not.toBe(text);
  writeFileSync(file, flipped);
}

it('a run on which nothing changed costs a small part of a full one, both ways, heads and bodies', async () => {
  const { bytes, log, held: now } = await run();
  // How much is volatile depends on the machine that runs this; the bytes of a known one are in delta-rows.
  expect(bytes).toBeLessThan(fullBytes / 2);
  expect(log).toMatch(/left out .*softwares/);
  expect(now).toMatchObject({ snapshots: 1 });
});

it.each([
  ['the agent’s state is deleted', 'nothing is known here', () => rmSync(stateFile())],
  ['the server’s machine file is deleted', 'holds nothing of this machine', () => rmSync(machineFile())],
  ['a digest of the agent flips', 'holds another state', () => flipDigest(stateFile(), /"held":\{"digests":\{"\w+":"/)],
  ['a digest of the server flips', 'holds another state', () => flipDigest(machineFile(), /"digest": ?"/)],
  ['the agent’s state is of a version that knew no delta', 'nothing is known here', dropHeld],
])('when %s, all is sent in the same run and nothing wrong is stored', async (_, reason, spoil) => {
  const before = await held();
  spoil();
  const { log, held: after } = await run();
  expect(log).toContain(reason);
  expect(after).toMatchObject({ softwareCount: before.softwareCount, digest: before.digest });
  expect((await run()).log).toContain('left out');
});

it('what --local writes is always whole', async () => {
  const { log } = await run(`--local=${home.path('out')}`);
  expect(log).toContain('left out');
  const document = readFileSync(onlyFile(home.path('out'), '.ocs'), 'utf8');
  expect(document).not.toMatch(/unchanged|<BASE>|<WHOLE>/);
});

function dropHeld(): void {
  const { held: _, ...old } = JSON.parse(readFileSync(stateFile(), 'utf8'));
  writeFileSync(stateFile(), JSON.stringify(old));
}
