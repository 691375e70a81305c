import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Home, newHome, type Server } from './program.ts';

/** Inventory this machine, receive it, keep it, ask for it: through the built program. */
let home: Home;
let server: Server;
const inventory = (...args: string[]) =>
  home.run('--np', `--server=${server.host}`, '--basevardir', home.path('agent'), ...args);
const ask = async (...args: string[]) =>
  JSON.parse((await home.run(...args, '--json', '--store', home.path('S'))).stdout);

beforeAll(async () => {
  home = newHome();
  server = await home.serve(home.path('S'));
});
afterAll(() => server.stop('SIGKILL'));

describe('a forced inventory', () => {
  it('is taken, sent and listed, and its log tells what happened', async () => {
    const { code, stderr } = await inventory('--debug', `--logfile=${home.path('L')}`, '--tag=B104');
    expect(stderr).toContain('inventory accepted');
    expect(code).toBe(0);
    const log = readFileSync(home.path('L'), 'utf8');
    for (const word of ['collector', 'PROLOG', 'INVENTORY', 'SEND', 'milliseconds', 'wireBytes'])
      expect(log).toContain(word);
    const rows = await ask('list');
    expect(rows).toMatchObject([{ tag: 'B104', snapshots: 1, kind: 'computer', possibleDoubles: [] }]);
    expect(rows[0].agent).toMatch(/^parcours_v\d/);
  });

  it('may be spelled as on Windows', async () => {
    const words = ['/NP', `/server:${server.host}`, '/debug', `/logfile:${home.path('L2')}`];
    expect(await home.run(...words, '--basevardir', home.path('agent'))).toMatchObject({ code: 0 });
    expect(existsSync(home.path('L2'))).toBe(true);
  });

  it('opens no second snapshot when nothing changed', async () => {
    const [row] = await ask('list');
    expect(row.snapshots).toBe(1);
    expect(await ask('timeline', row.id)).toHaveLength(1);
  });

  it('without software says so and removes nothing', async () => {
    const [before] = await ask('list');
    await inventory('--nosoftware');
    const [after] = await ask('list');
    expect(after).toMatchObject({ snapshots: 1, softwareCount: before.softwareCount });
    const { sections } = await ask('show', after.id, '--section', 'softwares');
    expect(sections).toMatchObject([
      { name: 'softwares', completeness: 'skipped', reason: 'not-requested: --nosoftware' },
    ]);
    expect(sections[0].rows).toHaveLength(before.softwareCount);
    expect(Date.parse(sections[0].collectedAt)).toBeLessThanOrEqual(Date.parse(after.lastSeen));
  });

  it('writes the document it would send, byte for byte the same twice', async () => {
    const { code } = await home.run(`--local=${home.path('out')}`, '--basevardir', home.path('agent'));
    expect(code).toBe(0);
    const [file = ''] = readdirSync(home.path('out'));
    expect(file).toMatch(/-\d{4}(-\d\d){5}\.ocs$/);
    const answers = await ask('import', home.path(`out/${file}`));
    expect(answers).toMatchObject([{ outcome: 'same' }]);
  });
});

describe('one writer', () => {
  it('takes what another process wants written while it holds the store', async () => {
    const [{ id }] = await ask('list');
    expect((await home.run('account', id, 'TAG=C201', '--store', home.path('S'))).code).toBe(0);
    expect(await ask('account', id)).toMatchObject({ TAG: 'C201' });
  });

  it('is gone after a crash, and the store takes writers again', async () => {
    await server.stop('SIGKILL');
    const [{ id }] = await ask('list');
    expect((await home.run('account', id, 'ROOM=12', '--store', home.path('S'))).code).toBe(0);
    expect(await ask('account', id)).toEqual({ TAG: 'C201', ROOM: '12' });
    expect((await home.run('fsck', '--store', home.path('S'))).code).toBe(0);
  });
});

describe('when something is wrong', () => {
  it('says that nothing listens, in the log too: 69', async () => {
    const { code, stderr } = await home.run(
      '--np',
      '--server=127.0.0.1:9',
      `--logfile=${home.path('L3')}`,
      '--basevardir',
      home.path('agent'),
    );
    expect(code).toBe(69);
    expect(stderr).toContain('127.0.0.1:9');
    expect(readFileSync(home.path('L3'), 'utf8')).toContain('127.0.0.1:9');
  });

  it('asks for somewhere to send to: 78', async () => {
    expect((await home.run('--nosoftware')).code).toBe(78);
  });

  it('names the option it does not know: 64', async () => {
    const { code, stderr } = await home.run('--sever=x', '--np');
    expect(code).toBe(64);
    expect(stderr).toContain('sever');
  });

  it('refuses a file that is no inventory, after it tried the others: 65', async () => {
    writeFileSync(home.path('no.xml'), 'hello');
    const { code, stdout } = await home.run(
      'import',
      home.path('no.xml'),
      home.path('gone.xml'),
      '--json',
      '--store',
      home.path('S'),
    );
    expect(code).toBe(65);
    expect(JSON.parse(stdout)).toMatchObject([{ outcome: 'refused' }, { outcome: 'refused' }]);
  });

  it('says which file it cannot compare: 65', async () => {
    const { code, stderr } = await home.run('diff', home.path('gone.ocs'), home.path('gone.ocs'));
    expect([code, stderr]).toEqual([65, expect.stringContaining('gone.ocs does not exist')]);
  });

  it.each([
    ['--format without --stdout', 64, ['--format', 'glpi', '--local']],
    ['--password without --user', 78, ['--stdout', '--password', 'x']],
    ['--section for a format that has no use for it', 64, ['export', 'x', '--format', 'ocs', '--section', 'bios']],
    ['--strict for a format that has no use for it', 64, ['export', 'x', '--strict']],
    ['--json for a document that is none', 64, ['export', 'x', '--format', 'csv', '--json']],
    ['--json for the explorer', 64, ['browse', '--json']],
  ])('ignores no option: %s', async (_, code, words) => {
    expect((await home.run(...words, '--store', home.path('S'))).code).toBe(code);
  });

  it('says which machine it cannot find: 65', async () => {
    const { code, stderr } = await home.run('show', 'nobody', '--store', home.path('S'));
    expect([code, stderr]).toEqual([65, expect.stringContaining('nobody')]);
  });
});
