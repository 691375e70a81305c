import { type SpawnOptions, spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { isRunning } from '../running.ts';
import { ended, type Home, newHome } from './program.ts';

/** The agent where it has little to work with: it tells what it can, and why the rest is missing. */
const linux = process.platform === 'linux';
const root = process.getuid?.() === 0;
const NOBODY = 65534;
let home: Home;
let usual: Inventory;

interface Inventory {
  readonly sections: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  readonly reports: Readonly<Record<string, { readonly state: string; readonly reason?: string }>>;
}

beforeAll(async () => {
  home = newHome();
  chmodSync(home.folder, 0o755);
  usual = JSON.parse((await run({ env: { HOME: home.folder } })).stdout);
});

function run(options: SpawnOptions, ...args: string[]) {
  const folder = options.uid === undefined ? '.' : programForAll();
  const program = [resolve(folder, 'bin/parcours.js'), '--stdout', '--format=parcours', '--except=drives', ...args];
  return ended(spawn(process.execPath, program, { cwd: '/', stdio: ['ignore', 'pipe', 'pipe'], ...options }));
}

/** A copy of the program that other users may read: the checkout may lie in a private folder. */
function programForAll(): string {
  const copy = home.path('program');
  for (const part of ['bin', 'build', 'package.json'])
    cpSync(part, `${copy}/${part}`, { recursive: true, filter: (path) => !path.endsWith('.map') });
  return copy;
}

function expectHonest({ sections, reports }: Inventory): void {
  for (const [section, { state, reason = '' }] of Object.entries(reports)) {
    if (state !== 'complete') expect(reason, section).toMatch(/^(?:needs-root|timed-out|not-|failed)/);
    if (state === 'failed' || state === 'skipped') expect(sections[section], section).toBeUndefined();
  }
  const values = Object.values(sections).flatMap((rows) => rows.flatMap((row) => Object.values(row)));
  expect(values.filter((value) => value === '' || value === null || value === 'unknown')).toEqual([]);
}

describe.runIf(linux)('an inventory', () => {
  it('is the same without an environment, and with an empty PATH', async () => {
    for (const env of [{}, { HOME: home.folder, PATH: '' }]) {
      const { code, stdout } = await run({ env }, `--basevardir=${home.path('state')}`);
      expect(code).toBe(0);
      const inventory: Inventory = JSON.parse(stdout);
      expectHonest(inventory);
      expect(inventory.reports).toEqual(usual.reports);
      expect(inventory.sections['softwares']).toEqual(usual.sections['softwares']);
    }
  });

  it('is told although the home cannot be written, and nothing is half written', async () => {
    const closed = home.path('closed');
    mkdirSync(closed, { mode: 0o555 });
    const { code, stdout, stderr } = await run({
      env: { HOME: closed },
      ...(root ? { uid: NOBODY, gid: NOBODY } : {}),
    });
    expect(code).toBe(0);
    expect(stderr).toContain('device id not kept');
    expectHonest(JSON.parse(stdout));
    expect(readdirSync(closed)).toEqual([]);
  });

  it('cannot be sent where nothing can be kept, and says so', async () => {
    const closed = home.path('closed-too');
    mkdirSync(closed, { mode: 0o555 });
    const options = { env: { HOME: closed }, ...(root ? { uid: NOBODY, gid: NOBODY } : {}) };
    expect(await run(options, '--np', '--server=127.0.0.1:9')).toMatchObject({ code: 77 });
  });

  it.runIf(root)('is told to nobody, without what is for root alone', async () => {
    const options = { uid: NOBODY, gid: NOBODY, env: { HOME: '/nonexistent' } };
    const { code, stdout } = await run(options);
    expect(code).toBe(0);
    const inventory: Inventory = JSON.parse(stdout);
    expectHonest(inventory);
    expect(inventory.sections['softwares']).toEqual(usual.sections['softwares']);
    expect(inventory.sections['networks']).toEqual(usual.sections['networks']);
    for (const [section, { state }] of Object.entries(inventory.reports)) {
      if (state === 'complete') expect(usual.reports[section]?.state, section).toBe('complete');
    }
  });
});

describe.runIf(linux)('the library', () => {
  it('leaves none of the programs behind that hang when it is asked alone', async () => {
    const tools = home.path('tools');
    const pids = home.path('pids');
    mkdirSync(tools);
    const script = `#!/bin/sh\ntrap "" TERM\necho $$ >> '${pids}'\nsleep 600 &\necho $! >> '${pids}'\nwait\nsleep 600\n`;
    for (const name of ['lsblk', 'lscpu', 'lspci']) writeFileSync(`${tools}/${name}`, script, { mode: 0o755 });
    const env = { HOME: home.folder, PATH: `${tools}:${process.env['PATH']}` };
    const { code, stdout } = await run({ env }, '--collector=si', '--backend-collect-timeout=2');
    expect(code).toBe(0);
    expect(JSON.parse(stdout).reports.storages).toEqual({ state: 'failed', reason: 'timed-out: 2 s' });
    const started = readFileSync(pids, 'utf8').trim().split('\n');
    expect(started.length).toBeGreaterThan(1);
    for (const pid of started) await expect.poll(() => isRunning(pid)).toBe(false);
  });
});
