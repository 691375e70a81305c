import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cp, mkdir, symlink, truncate } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Home, newHome, type Server } from './program.ts';

/** Machines that do not run here: a mounted disk, and a capture. */
let home: Home;
let server: Server;
const captured = 'test/fixtures/hosts/office-pc';

beforeAll(async () => {
  home = newHome();
  server = await home.serve(home.path('S'));
});
afterAll(() => server.stop('SIGKILL'));

async function parcoursJson(...args: string[]) {
  const { code, stdout, stderr } = await home.run(...args, '--stdout', '--format=parcours');
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

/** Values that only this machine can have told. */
function factsOfThisMachine(): string[] {
  const cpu = /^model name\s*: (.+)$/m.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1];
  const memory = Math.floor(Number(/^MemTotal:\s*(\d+)/.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1]) / 1024);
  const macs = readdirSync('/sys/class/net').map((name) =>
    readFileSync(`/sys/class/net/${name}/address`, 'utf8').trim(),
  );
  const named = [
    `"${hostname()}"`,
    `:${memory},`,
    ...macs.filter((mac) => /[1-9a-f]/.test(mac)).map((mac) => `"${mac}"`),
  ];
  return cpu ? [...named, cpu] : named;
}

describe('--root', () => {
  it('inventories a captured machine as that machine', async () => {
    const { deviceId, sections, reports } = await parcoursJson('--root', captured);
    const expected = JSON.parse(readFileSync(join(captured, 'expected.json'), 'utf8'));
    expect(deviceId).toMatch(/^pc-b12-31-\d{4}-/);
    expect(sections.bios).toEqual(expected.sections.bios);
    expect(reports).toEqual(expected.reports);
  });

  it('keeps the device id of each machine apart from ours', async () => {
    const [first, again, own] = [
      await parcoursJson('--root', captured),
      await parcoursJson('--root', captured),
      await parcoursJson('--only=hardware'),
    ];
    expect(again.deviceId).toBe(first.deviceId);
    expect(own.deviceId).not.toBe(first.deviceId);
  });

  it.runIf(process.platform === 'linux')('reads a mounted disk, and nothing of this machine', async () => {
    const disk = home.path('disk');
    await mkdir(join(disk, 'etc'), { recursive: true });
    await mkdir(join(disk, 'var/lib'), { recursive: true });
    await cp(join(captured, 'root/var/lib/dpkg'), join(disk, 'var/lib/dpkg'), { recursive: true });
    // As an administrator finds them who works on the disk: of the kernel that runs here.
    for (const folder of ['proc', 'sys', 'run', 'dev']) await mkdir(join(disk, folder));
    writeFileSync(join(disk, 'proc/meminfo'), 'MemTotal: 4096 kB\n');
    writeFileSync(join(disk, 'etc/hostname'), 'lost-pc\n');
    writeFileSync(join(disk, 'etc/os-release'), 'NAME="Debian GNU/Linux"\nVERSION_ID="11"\n');
    writeFileSync(join(disk, 'etc/passwd'), 'marie:x:1000:1000:Marie:/home/marie:/bin/bash\n');
    await symlink('/usr/share/zoneinfo/Asia/Kolkata', join(disk, 'etc/localtime'));
    const { deviceId, sections, reports } = await parcoursJson('--root', disk);
    const all = JSON.stringify(sections);
    for (const fact of factsOfThisMachine()) expect(all).not.toContain(fact);
    expect(deviceId).toMatch(/^lost-pc-/);
    expect(sections.hardware[0]).toMatchObject({ name: 'lost-pc', osName: 'Debian GNU/Linux 11' });
    expect(sections.hardware[0]).not.toHaveProperty('memory');
    expect(sections.timezone).toEqual([{ name: 'Asia/Kolkata', offset: '+0530' }]);
    expect(sections.localusers.map(({ login }: { login: string }) => login)).toEqual(['marie']);
    expect(sections.softwares.length).toBeGreaterThan(0);
    expect(reports.cpus).toEqual({ state: 'failed', reason: 'not-running' });
    expect(reports.hardware).toEqual({ state: 'partial', reason: 'not-running' });
    expect(reports.softwares).toEqual({ state: 'complete' });
  });

  it('knows a machine again by the device id that its own agent left', async () => {
    const disk = home.path('known');
    await mkdir(join(disk, 'etc'), { recursive: true });
    await mkdir(join(disk, 'var/lib/parcours/agent'), { recursive: true });
    writeFileSync(join(disk, 'var/lib/parcours/agent/device-id'), 'pc9-2025-01-02-03-04-05\n');
    expect(await parcoursJson('--root', disk)).toMatchObject({ deviceId: 'pc9-2025-01-02-03-04-05' });
  });

  it('sends it like any other, with what is not known of it', async () => {
    const { code } = await home.run('--np', `--server=${server.host}`, '--root', home.path('disk'));
    expect(code).toBe(0);
    const { stdout } = await home.run('show', 'lost-pc', '--json', '--store', home.path('S'));
    const { sections } = JSON.parse(stdout);
    expect(sections.find(({ name }: { name: string }) => name === 'cpus')).toMatchObject({
      completeness: 'failed',
      reason: 'not-running',
    });
  });

  it.runIf(process.platform === 'linux')('takes what it can from a disk that is full of traps', async () => {
    const disk = home.path('traps');
    await mkdir(join(disk, 'etc/os-release'), { recursive: true });
    await mkdir(join(disk, 'var/lib/dpkg'), { recursive: true });
    execFileSync('mkfifo', [join(disk, 'etc/passwd')]);
    await symlink('group', join(disk, 'etc/group'));
    await symlink('/etc/../../../../../../dev/zero', join(disk, 'etc/timezone'));
    writeFileSync(join(disk, 'etc/hostname'), Buffer.from('soci\xe9t\xe9\0\x1b[2J\n', 'latin1'));
    writeFileSync(join(disk, 'var/lib/dpkg/status'), '');
    await truncate(join(disk, 'var/lib/dpkg/status'), 2 ** 40);
    const said = await home.run('--root', disk, '--stdout', '--format=parcours');
    expect(said.code).toBe(0);
    const { sections, reports } = JSON.parse(said.stdout);
    expect(sections.hardware[0].name).toContain('soci');
    expect(reports.localusers).toEqual({ state: 'failed', reason: expect.stringContaining('passwd is not a file') });
    expect(reports.localgroups).toEqual({ state: 'failed', reason: expect.stringContaining('too many links') });
    expect(reports.softwares).toEqual({ state: 'failed', reason: expect.stringContaining('status has more than') });
    expect(sections.timezone).toEqual([{ offset: '+0000' }]);
    const { code, stdout } = await home.run('--root', disk, '--stdout');
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/[\0\x1b]/);
  });

  it('refuses what is no machine', async () => {
    expect(await home.run('--root', home.path('missing'), '--stdout')).toMatchObject({ code: 78 });
    expect(await home.run('--root', captured, '--adopt', '--stdout')).toMatchObject({ code: 64 });
  });
});

describe('--record', () => {
  it.runIf(process.platform === 'linux')('captures this machine so that the capture tells the same', async () => {
    const folder = home.path('capture');
    const { code, stderr } = await home.run('--record', folder, '--except=drives,processes');
    expect(code).toBe(0);
    expect(stderr).toContain(`captured in ${folder}`);
    const [here, there] = [
      await parcoursJson('--only=cpus,softwares'),
      await parcoursJson('--root', folder, '--only=cpus,softwares'),
    ];
    expect(there.sections).toEqual(here.sections);
    expect(there.reports).toEqual(here.reports);
  });

  it('overwrites nothing, and sends nothing', async () => {
    expect(await home.run('--record', captured)).toMatchObject({ code: 78 });
    expect(existsSync(join(captured, 'root'))).toBe(true);
    expect(await home.run('--record', home.path('other'), `--server=${server.host}`)).toMatchObject({ code: 64 });
    expect(existsSync(home.path('other'))).toBe(false);
  });
});
