import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Home, newHome } from './program.ts';

/** What would be sent, without sending it. */
let home: Home;
const captured = ['--root', 'test/fixtures/hosts/office-pc'];
beforeAll(() => {
  home = newHome();
});

describe('--dry-run', () => {
  it('tells section by section what would be sent where, asks nobody and keeps nothing', async () => {
    const state = home.path('agent');
    const { code, stdout } = await home.run(
      '--dry-run',
      ...captured,
      '--server=192.0.2.1',
      '--nosoftware',
      '--basevardir',
      state,
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Processors: 1 row, \d+ ms, complete$/m);
    expect(stdout).toMatch(/^Software: 0 rows, 0 ms, not collected, not asked for \(--nosoftware\)$/m);
    expect(stdout).toMatch(/^pc-b12-31-[\d-]+: the document has .+ KiB, .+ KiB on the wire$/m);
    expect(stdout).toContain('it would go to http://192.0.2.1/ocsinventory; nothing was sent');
    expect(existsSync(state)).toBe(false);
  });

  it('answers in JSON', async () => {
    const answer = JSON.parse((await home.run('--dry-run', ...captured, '--json')).stdout);
    expect(answer).toMatchObject({ servers: [], document: { bytes: expect.any(Number) } });
    expect(answer.sections.find(({ name }: { name: string }) => name === 'cpus')).toMatchObject({ state: 'complete' });
  });

  it('refuses what would write or wait', async () => {
    for (const option of ['--stdout', '--local=x', '--daemon', '--wait=5', '--adopt']) {
      expect(await home.run('--dry-run', ...captured, option), option).toMatchObject({ code: 64 });
    }
  });
});

describe('--explain', () => {
  it('tells of every value its collector, its source, its time and whether it is personal', async () => {
    const answer = JSON.parse((await home.run('--explain', ...captured, '--json')).stdout);
    const bios = answer.sections.find(({ name }: { name: string }) => name === 'bios');
    expect(bios.fields).toContainEqual({
      row: 1,
      field: 'serial',
      value: '5XK2Y63',
      collector: 'linux/bios',
      milliseconds: expect.any(Number),
      source: 'SMBIOS type 1, offset 07h',
      personal: true,
    });
    const values = answer.sections.flatMap(({ fields }: { fields: { value: unknown }[] }) => fields);
    expect(values.length).toBeGreaterThan(100);
  });

  it('names of a report that many share the part that was asked for', async () => {
    const mac = ['--root', 'test/fixtures/hosts/macbook-air-fr'];
    const answer = JSON.parse((await home.run('--explain', ...mac, '--json', '--only=bios,localusers')).stdout);
    const values = answer.sections.flatMap(({ fields }: { fields: object[] }) => fields);
    expect(values).toContainEqual(
      expect.objectContaining({
        field: 'serial',
        collector: 'macos/model',
        source: '/usr/sbin/system_profiler SPHardwareDataType SPiBridgeDataType',
        personal: true,
      }),
    );
    expect(values).toContainEqual(
      expect.objectContaining({
        field: 'name',
        value: 'Chloé Lefèvre',
        collector: 'macos/local-users',
        personal: true,
      }),
    );
  });

  it('is a table for people, in their language', async () => {
    const { stdout } = await home.run('--explain', ...captured, '--lang=fr', '--only=bios');
    expect(stdout).toMatch(/1 N° de série +\d+ ms +personnel +linux\/bios +SMBIOS type 1, offset 07h +5XK2Y63/);
  });
});

describe('--logger', () => {
  it('sends the log to the file, to standard error, or to both', async () => {
    const log = home.path('both.log');
    const both = await home.run('--dry-run', ...captured, '--debug', '--logger=stderr,file', `--logfile=${log}`);
    expect(both.stderr).toContain('collector name=linux/bios');
    expect(readFileSync(log, 'utf8')).toBe(both.stderr);
    const screen = home.path('screen.log');
    const one = await home.run('--dry-run', ...captured, '--debug', '--logger=stderr', `--logfile=${screen}`);
    expect(one.stderr).toContain('collector name=linux/bios');
    expect(existsSync(screen)).toBe(false);
  });

  it('refuses a file that has no name, and what is none of the two', async () => {
    expect(await home.run('--dry-run', '--logger=file')).toMatchObject({ code: 64 });
    expect(await home.run('--dry-run', '--logger=syslog')).toMatchObject({ code: 64 });
  });
});
