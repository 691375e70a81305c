import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Home, newHome, type Server } from './program.ts';

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

let home: Home;
let server: Server;
let scratch: string;
let before: readonly string[];

beforeAll(async () => {
  home = newHome();
  server = await home.serve(home.path('S'));
  scratch = home.path('scratch');
  mkdirSync(join(scratch, 'etc'), { recursive: true });
  before = found();
});
afterAll(() => server.stop('SIGKILL'));

const unit = (name: string) => join(scratch, 'etc/systemd/system', name);
const into = () => [`--into=${scratch}`, `--basevardir=${join(scratch, 'state')}`];

/** As `find` prints it. */
function found(): readonly string[] {
  return readdirSync(scratch, { recursive: true, encoding: 'utf8' }).toSorted();
}

it('installs a service below a scratch root, as any user', async () => {
  const words = ['--np', `--server=${server.host}`, '--tag=room 4, 50%', '--only=hardware,bios', '--every=6h'];
  expect(await home.run('service', 'install', '--scheduler=systemd', ...words, ...into())).toMatchObject({ code: 0 });
  expect(await home.run('service', 'status', ...into(), '--json')).toMatchObject({ code: 0 });
}, 20_000);

it.skipIf(!hasSystemd)(
  'writes units that systemd takes, with little exposed',
  () => {
    execFileSync('systemd-analyze', ['verify', unit('parcours-agent.service'), unit('parcours-agent.timer')]);
    const report = execFileSync('systemd-analyze', ['security', '--offline=true', unit('parcours-agent.service')]);
    const exposure = Number(/Overall exposure level for parcours-agent.service: ([\d.]+)/.exec(String(report))?.[1]);
    expect(exposure).toBeLessThan(3);
  },
  20_000,
);

it('runs by hand what the timer runs, and tells how that went', async () => {
  const never = JSON.parse((await home.run('service', 'status', ...into(), '--json')).stdout);
  expect(never).toMatchObject({ installed: true, scheduler: 'systemd', everyMinutes: 360, enabled: false });
  expect(never.lastRun).toBeUndefined();
  const [program = '', ...args] = wordsOfExecStart();
  execFileSync(program, args, { env: {}, cwd: '/', stdio: 'ignore' });
  const { lastRun } = JSON.parse((await home.run('service', 'status', ...into(), '--json')).stdout);
  expect(lastRun).toMatchObject({ exitCode: 0, servers: [{ result: 'accepted' }] });
  const [machine] = JSON.parse((await home.run('list', '--store', home.path('S'), '--json')).stdout);
  expect(machine).toMatchObject({ tag: 'room 4, 50%' });
}, 30_000);

it('tells of a run that failed, with its exit code', async () => {
  await home.run('--np', '--server=127.0.0.1:9', '--only=hardware', `--basevardir=${join(scratch, 'state')}`);
  const { stdout } = await home.run('service', 'status', ...into());
  expect(stdout).toMatch(/exit code 69.*connection refused/);
}, 20_000);

it('uninstalls, and nothing is left', async () => {
  expect(await home.run('service', 'uninstall', ...into())).toMatchObject({ code: 0 });
  expect(found()).toEqual(before);
  expect((await home.run('service', 'status', ...into())).stdout).toMatch(
    /not installed\nLast run +none yet\nNext run +none\n/,
  );
}, 20_000);

it.each([
  ['no server: 78', ['install'], 78],
  ['a password on a command line: 78', ['install', '--server=10.0.0.1', '--proxy=http://ann:secret@10.0.0.2:3128'], 78],
  ['an interval that cron cannot keep: 64', ['install', '--server=10.0.0.1', '--every=5h'], 64],
  ['an action that is none: 64', ['start'], 64],
])('refuses %s', async (_, words, code) => {
  expect(await home.run('service', ...words, ...into())).toMatchObject({ code });
  expect(found()).toEqual(before);
});

/** As systemd takes the line apart. */
function wordsOfExecStart(): readonly string[] {
  const line = /^ExecStart=(.*)$/m.exec(readFileSync(unit('parcours-agent.service'), 'utf8'))?.[1] ?? '';
  const words = line.match(/"(?:[^"\\]|\\.)*"|\S+/g) ?? [];
  return words.map((word) =>
    word
      .replace(/^"(.*)"$/, '$1')
      .replace(/\\(.)/g, '$1')
      .replaceAll('%%', '%')
      .replaceAll('$$', '$'),
  );
}
