import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keepLastRun } from '../../../src/agent/last-run.ts';
import { installService, type Order, uninstallService } from '../../../src/agent/service/install.ts';
import { parseTimer, serviceStatus } from '../../../src/agent/service/status.ts';
import { closeFolder } from '../../../src/agent/service/windows-task.ts';
import type { Host } from '../../../src/model/host.ts';
import { temporaryFolder } from '../folders.ts';

const now = Date.parse('2026-11-24T02:00:00Z');

function order(stateFolder: string, changes: Partial<Order> = {}): Order {
  const schedule = { every: 1440, at: 270 };
  const plan = { command: ['/usr/bin/node', '/opt/p.js', 'agent'], schedule, stateFolder, writable: [] };
  return { plan, scheduler: 'systemd', files: [], now, ...changes };
}

/** A machine on which programs answer as they are told to; what was run is kept. */
function machine(answers: Readonly<Record<string, number>> = {}, userId = 0) {
  const runs: string[] = [];
  const host = {
    facts: { platform: 'linux', userId, now: () => now, timezoneOffset: () => 0 },
    stat: async () => undefined,
    run: async (program: string, args: readonly string[]) => {
      const call = [program, ...args].join(' ');
      runs.push(call);
      const exitCode = answers[call];
      return exitCode === undefined ? undefined : { exitCode, output: Buffer.alloc(0) };
    },
  };
  return { host: host as unknown as Host, runs };
}

function listing(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
}

describe('install below a scratch root', () => {
  it('and uninstall leave what was there, and nothing else', async () => {
    const into = temporaryFolder();
    mkdirSync(join(into, 'etc/systemd'), { recursive: true });
    const before = listing(into);
    const site = { folder: '/etc/parcours', into };
    const { host, runs } = machine({}, 1000);
    await installService(order(join(into, 'state')), site, host);
    await keepLastRun(join(into, 'state'), { startedAt: new Date(now).toISOString() });
    expect(listing(into)).toContain('etc/systemd/system/parcours-agent.timer');
    await expect(uninstallService(site, host, false)).resolves.toMatchObject({ stateKept: false });
    expect(listing(into)).toEqual(before);
    expect(runs).toEqual([]);
  });

  it('keeps the state that was there before, and the one that is to be kept', async () => {
    for (const [isThere, keepData] of [
      [true, false],
      [false, true],
    ] as const) {
      const into = temporaryFolder();
      const site = { folder: '/etc/parcours', into };
      const state = join(into, 'state');
      if (isThere) mkdirSync(state);
      await installService(order(state), site, machine().host);
      writeFileSync(join(state, 'device-id'), 'PC-2026-01-01-00-00-00\n');
      await expect(uninstallService(site, machine().host, keepData)).resolves.toMatchObject({ stateKept: true });
      expect(listing(into)).toEqual(['state', 'state/device-id']);
    }
  });

  it('again, with another scheduler, leaves nothing of the one before', async () => {
    const into = temporaryFolder();
    const site = { folder: '/etc/parcours', into };
    await installService(order(join(into, 'state')), site, machine().host);
    await installService(order(join(into, 'state'), { scheduler: 'cron' }), site, machine().host);
    expect(listing(into).filter((path) => path.includes('parcours-agent'))).toEqual(['etc/cron.d/parcours-agent']);
    await uninstallService(site, machine().host, false);
    expect(listing(into)).toEqual([]);
  });

  it('lets nobody else read the password', async () => {
    const into = temporaryFolder();
    const secret = { path: '/etc/parcours/password', text: 's3cret\n', mode: 0o600 };
    await installService(
      order(join(into, 'state'), { files: [secret] }),
      { folder: '/etc/parcours', into },
      machine().host,
    );
    expect(statSync(join(into, secret.path)).mode & 0o777).toBe(0o600);
    const others = listing(into).filter((path) => /service|timer|json/.test(path) && path.includes('.'));
    for (const path of others) expect(readFileSync(join(into, path), 'utf8')).not.toContain('s3cret');
  });
});

it.each(['install', 'uninstall'] as const)('is for root on the machine itself: %s', async (action) => {
  const { host } = machine({}, 1000);
  const site = { folder: '/nonexistent' };
  const done =
    action === 'install'
      ? installService(order('/nonexistent/state'), site, host)
      : uninstallService(site, host, false);
  await expect(done).rejects.toMatchObject({ code: 'permission', message: expect.stringContaining('sudo') });
});

describe('on the machine itself', () => {
  const create = (folder: string) =>
    `schtasks /Create /TN parcours-agent /XML ${folder}/parcours\\parcours-agent.xml /F`;
  const closed = (folder: string) =>
    Object.fromEntries(closeFolder(`${folder}/parcours`).map((call) => [call.join(' '), 0]));

  it('the scheduler takes notice, tells what it knows, and is told to forget', async () => {
    const folder = temporaryFolder();
    const site = { folder: `${folder}/parcours` };
    const { host, runs } = machine({ ...closed(folder), [create(folder)]: 0, 'schtasks /Query /TN parcours-agent': 0 });
    await installService(order(`${folder}/state`, { scheduler: 'task' }), site, host);
    await expect(serviceStatus(site, '', host)).resolves.toMatchObject({
      enabled: true,
      nextRunAt: '2026-11-24T04:30:00.000Z',
      nextRunFrom: 'schedule',
    });
    await uninstallService(site, host, false);
    expect(runs.filter((run) => run.startsWith('schtasks')).map((run) => run.split(' ')[1])).toEqual([
      ...['/Create', '/Query', '/Delete'],
    ]);
    expect(listing(folder)).toEqual([]);
  });

  it('closes the folder to other users of Windows before the task is there', async () => {
    const folder = temporaryFolder();
    const { host, runs } = machine({ ...closed(folder), [create(folder)]: 0 });
    await installService(order(`${folder}/state`, { scheduler: 'task' }), { folder: `${folder}/parcours` }, host);
    const granted = '*S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F *S-1-5-32-545:RX';
    expect(runs[1]).toBe(`icacls ${folder}/parcours /inheritance:r /grant:r ${granted} /Q`);
    expect(runs.at(-1)).toBe(create(folder));
  });

  it('says on Windows what to do where that may not be done', async () => {
    const folder = temporaryFolder();
    const { host } = machine({ ...closed(folder), [create(folder)]: 1 });
    const windows = { ...host, facts: { ...host.facts, platform: 'win32' as const } };
    const failing = installService(
      order(`${folder}/state`, { scheduler: 'task' }),
      { folder: `${folder}/parcours` },
      windows,
    );
    await expect(failing).rejects.toThrow(/not started; run this as administrator$/);
  });

  it('says so where the scheduler takes no notice, and can be uninstalled', async () => {
    const folder = temporaryFolder();
    const site = { folder: `${folder}/parcours` };
    const { host } = machine({ ...closed(folder), [create(folder)]: 1 });
    const failing = installService(order(`${folder}/state`, { scheduler: 'task' }), site, host);
    await expect(failing).rejects.toMatchObject({
      code: 'configuration',
      message: expect.stringMatching(/ended with 1/),
    });
    await uninstallService(site, host, false);
    expect(listing(folder)).toEqual([]);
  });
});

it('says that nothing is installed', async () => {
  const site = { folder: temporaryFolder() };
  await expect(serviceStatus(site, temporaryFolder(), machine().host)).resolves.toEqual({ missing: [] });
  await expect(uninstallService(site, machine().host, false)).resolves.toBeUndefined();
});

describe('status', () => {
  async function installed(scheduler: Order['scheduler']) {
    const into = temporaryFolder();
    const state = join(into, 'state');
    await installService(order(state, { scheduler }), { folder: '/etc/parcours', into }, machine().host);
    return { into, state, site: { folder: '/etc/parcours', into } };
  }

  it('tells how the last run ended, and which file is gone', async () => {
    const { into, state, site } = await installed('cron');
    const lastRun = { startedAt: new Date(now).toISOString(), milliseconds: 812, exitCode: 69, message: 'refused' };
    await keepLastRun(state, lastRun);
    const path = '/etc/cron.d/parcours-agent';
    rmSync(join(into, path));
    await expect(serviceStatus(site, '', machine().host)).resolves.toMatchObject({
      lastRun,
      missing: [path],
      enabled: false,
    });
  });

  it('survives a damaged word of the last run', async () => {
    const { state, site } = await installed('cron');
    writeFileSync(join(state, 'last-run.json'), '{"startedAt":');
    expect((await serviceStatus(site, '', machine().host)).lastRun).toBeUndefined();
  });

  it.each([
    [
      'a timer that waits',
      'NextElapseUSecRealtime=Wed 2026-11-25 00:31:12 UTC\nActiveState=active\nUnitFileState=enabled\n',
      { enabled: true, nextRunAt: '2026-11-25T00:31:12.000Z', nextRunFrom: 'scheduler' },
    ],
    [
      'a timer that was stopped',
      'NextElapseUSecRealtime=\nActiveState=inactive\nUnitFileState=enabled\n',
      { enabled: false },
    ],
    ['no timer', 'NextElapseUSecRealtime=\nActiveState=inactive\nUnitFileState=\n', { enabled: false }],
  ])('reads what systemctl tells of %s', (_, text, expected) => {
    expect(parseTimer(text)).toEqual(expected);
  });
});
