import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localHost } from '../../src/collect/local-host.ts';
import { recordingHost } from '../../src/collect/recording-host.ts';
import { rootedHost } from '../../src/collect/rooted-host.ts';
import { collect } from '../../src/collect/run.ts';
import { silentLog } from '../../src/model/log.ts';
import { isRunning } from '../running.ts';
import { fakeHost } from './fake-host.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parcours-host-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the local host', () => {
  const host = localHost();
  const limits = { milliseconds: 5000, bytes: 1000 };

  it('has nothing to give where there is no file', async () => {
    expect(await host.read(join(folder, 'missing'))).toBeUndefined();
    expect(await host.list(join(folder, 'missing'))).toBeUndefined();
    expect(await host.stat(join(folder, 'missing'))).toBeUndefined();
    expect(await host.link(folder)).toBeUndefined();
    expect(await host.space(join(folder, 'missing'))).toBeUndefined();
    expect(await host.get(join(folder, 'missing.sock'), '/')).toBeUndefined();
    expect(await host.run(join(folder, 'missing'), [], limits)).toBeUndefined();
  });

  it('gives a long file a piece at a time, and nothing of one that is missing', async () => {
    const content = Buffer.from(Array.from({ length: 300_000 }, (_, i) => i));
    await writeFile(join(folder, 'long'), content);
    const pieces: Buffer[] = [];
    for await (const piece of host.chunks(join(folder, 'long'))) pieces.push(Buffer.from(piece));
    expect(pieces.length).toBeGreaterThan(1);
    expect(Buffer.concat(pieces).equals(content)).toBe(true);
    for await (const piece of host.chunks(join(folder, 'missing'))) expect(piece).toBeUndefined();
  });

  it('runs a program with its arguments as they are, in no shell', async () => {
    const result = await host.run('echo', ['$HOME; ls', '*'], limits);
    expect(Buffer.from(result?.output ?? []).toString()).toBe('$HOME; ls *\n');
    expect(result?.exitCode).toBe(0);
  });

  it('gives programs a fixed environment', async () => {
    const result = await host.run('env', [], limits);
    const lines = Buffer.from(result?.output ?? [])
      .toString()
      .trim()
      .split('\n')
      .sort();
    expect(lines).toEqual(['LC_ALL=C.UTF-8', 'PATH=/usr/sbin:/usr/bin:/sbin:/bin']);
  });

  it('ends a program and its children at the time limit', async () => {
    const script = `sleep 60 & echo $! > ${folder}/child; wait`;
    const run = host.run('sh', ['-c', script], { milliseconds: 1500, bytes: 1000 });
    await expect(run).rejects.toMatchObject({ code: 'time-budget' });
    const child = (await readFile(join(folder, 'child'), 'utf8')).trim();
    await expect.poll(() => isRunning(child)).toBe(false);
  });

  it('gives what a program wrote until its time limit, where its beginning is wanted', async () => {
    const limits = { milliseconds: 1500, bytes: 1000, beginning: true } as const;
    const result = await host.run('sh', ['-c', 'echo first; sleep 60; echo last'], limits);
    expect(result).toMatchObject({ late: true });
    expect(Buffer.from(result?.output ?? []).toString()).toBe('first\n');
  });

  it('ends a program that writes too much', async () => {
    await expect(host.run('yes', [], { milliseconds: 5000, bytes: 1000 })).rejects.toMatchObject({ code: 'bad-input' });
  });

  it('asks a service on its socket', async () => {
    const path = join(folder, 'service.sock');
    const server = await listen(path);
    try {
      expect(Buffer.from((await host.get(path, '/v2/snaps')) ?? []).toString()).toBe('asked for /v2/snaps');
      expect(await host.get(path, '/none')).toBeUndefined();
    } finally {
      server.close();
    }
  });
});

describe('a mounted disk', () => {
  it('follows absolute links within itself, and is never left', async () => {
    await mkdir(join(folder, 'etc'));
    await mkdir(join(folder, 'var'));
    await writeFile(join(folder, 'var/resolv.conf'), 'nameserver 10.0.0.1\n');
    await symlink('/var/resolv.conf', join(folder, 'etc/resolv.conf'));
    await symlink('../../../../../../../../etc/passwd', join(folder, 'etc/passwd'));
    await symlink('loop', join(folder, 'etc/loop'));
    const host = await rootedHost(folder);
    expect(Buffer.from((await host.read('/etc/resolv.conf')) ?? []).toString()).toBe('nameserver 10.0.0.1\n');
    await expect(host.read('/etc/passwd')).rejects.toThrow('too many links');
    await expect(host.read('/etc/loop')).rejects.toThrow('too many links');
    expect(await host.read('/../../etc/shadow')).toBeUndefined();
  });

  it('knows what lies on it, and calls nothing else none', async () => {
    await mkdir(join(folder, 'etc'));
    await mkdir(join(folder, 'sys'));
    await writeFile(join(folder, 'etc/hostname'), 'pc7\n');
    await writeFile(join(folder, 'etc/os-release'), 'NAME="Debian GNU/Linux"\nVERSION_ID="12"\n');
    const { sections, reports } = await collect(await rootedHost(folder), { log: silentLog });
    expect(sections.hardware?.[0]).toMatchObject({ name: 'pc7', osName: 'Debian GNU/Linux 12' });
    expect(sections.hardware?.[0]?.vmSystem).toBeUndefined();
    for (const section of ['cpus', 'networks', 'storages', 'drives', 'usbdevices'] as const) {
      expect(reports[section], section).toEqual({ state: 'failed', reason: 'not-running' });
    }
    expect(reports.softwares).toEqual({ state: 'failed', reason: 'not-supported: no /var/lib/dpkg/status' });
  });
});

it('says what to do with the disk of a Windows', async () => {
  await mkdir(join(folder, 'Windows/System32'), { recursive: true });
  await expect(rootedHost(folder)).rejects.toMatchObject({
    code: 'configuration',
    message: expect.stringMatching(/disk of Windows.*--record=DIR/),
  });
  await rm(join(folder, 'Windows'), { recursive: true });
  await expect(rootedHost(folder)).rejects.toThrow('neither /etc nor host.json');
});

describe('a recording', () => {
  it.each(['office-pc', 'macbook-air-fr'])('answers like the machine it was made from: %s', async (name) => {
    const machine = await rootedHost(`test/fixtures/hosts/${name}`);
    const { host, save } = await recordingHost(machine, folder);
    const original = await collect(host, { log: silentLog });
    await save();
    const replayed = await collect(await rootedHost(folder), { log: silentLog });
    expect(replayed.sections).toEqual(original.sections);
    expect(replayed.reports).toEqual(original.reports);
  });

  it('keeps no environment that may hold a password, and is private', async () => {
    const environment = { LANG: 'fr_FR.UTF-8', DATABASE_PASSWORD: 'secret' };
    const { host, save } = await recordingHost(fakeHost({ files: { '/etc/a': 'x' }, facts: { environment } }), folder);
    await host.read('/etc/a');
    await save();
    const text = await readFile(join(folder, 'host.json'), 'utf8');
    expect(text).toContain('fr_FR.UTF-8');
    expect(text).not.toContain('secret');
    expect((await stat(join(folder, 'host.json'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'root/etc/a'))).mode & 0o777).toBe(0o600);
  });

  it('keeps a long output in a file of its own, byte by byte, and how its program ended', async () => {
    const output = Buffer.from(`\uFEFF${'é\r\n'.repeat(3000)}`);
    const machine = { ...fakeHost({}), run: async () => ({ output, exitCode: 3, late: true as const }) };
    const { host, save } = await recordingHost(machine, folder);
    const limits = { milliseconds: 1000, bytes: 100_000 };
    await Promise.all([host.run('a', [], limits), host.run('b', ['# script\nrest'], limits)]);
    await save();
    const replayed = await rootedHost(folder);
    for (const run of [replayed.run('a', [], limits), replayed.run('b', ['# script\nother rest'], limits)]) {
      const { output: bytes, ...ending } = (await run) ?? {};
      expect(ending).toEqual({ exitCode: 3, late: true });
      expect(Buffer.from(bytes ?? []).equals(output)).toBe(true);
    }
    expect((await stat(join(folder, 'outputs/1.txt'))).mode & 0o777).toBe(0o600);
  });

  it('reads no output from outside its folder', async () => {
    await writeFile(join(folder, 'secret'), 'planted');
    await mkdir(join(folder, 'capture/outputs'), { recursive: true });
    const facts = { platform: 'linux', environment: {}, now: 0, timezoneOffset: 0 };
    const runs = { a: { file: '../../secret' } };
    await writeFile(join(folder, 'capture/host.json'), JSON.stringify({ facts, runs }));
    const host = await rootedHost(join(folder, 'capture'));
    await expect(host.run('a', [], { milliseconds: 1, bytes: 1 })).rejects.toThrow('ENOENT');
  });

  it('leaves keys and passwords on the machine, and says which files it left out', async () => {
    const files = {
      '/etc/shadow': 'root:$6$planted-secret:19000::::::',
      '/etc/ssh/ssh_host_rsa_key': 'planted-secret',
      '/etc/ssh/ssh_host_rsa_key.pub': 'ssh-rsa AAAA',
      '/etc/NetworkManager/system-connections/home.nmconnection': '[wifi-security]\npsk=planted-secret\n',
      '/proc/1/environ': 'TOKEN=planted-secret',
      '/etc/apt/sources.list': 'deb https://user:planted-secret@deb.example/debian stable main\n',
      '/etc/yum.repos.d/x.repo': '[x]\nusername=u\npassword = planted-secret\nenabled=1\n',
      '/etc/libvirt/qemu/vm.xml': "<graphics type='vnc' passwd='planted-secret' port='-1'/>",
      '/etc/passwd': 'root:x:0:0:root:/root:/bin/sh\n',
    };
    const answers = { '/run/s.sock /a': '{"url":"https://user:planted-secret@x/"}' };
    const { host, save } = await recordingHost(fakeHost({ files, answers }), folder);
    for (const path of Object.keys(files)) await host.read(path);
    await host.get('/run/s.sock', '/a');
    const { leftOut } = await save();
    expect([...leftOut].sort()).toEqual([
      '/etc/NetworkManager/system-connections/home.nmconnection',
      '/etc/shadow',
      '/etc/ssh/ssh_host_rsa_key',
      '/proc/1/environ',
    ]);
    const written = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    const texts = await Promise.all(written.map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8')));
    expect(texts.join()).not.toContain('planted-secret');
    const replayed = await rootedHost(folder);
    const textOf = async (path: string) => Buffer.from((await replayed.read(path)) ?? []).toString();
    expect(await textOf('/etc/apt/sources.list')).toBe('deb https://deb.example/debian stable main\n');
    expect(await textOf('/etc/yum.repos.d/x.repo')).toBe('[x]\nusername=u\npassword = \nenabled=1\n');
    expect(await textOf('/etc/passwd')).toBe(files['/etc/passwd']);
    await expect(replayed.read('/etc/shadow')).rejects.toMatchObject({ code: 'permission' });
  });

  it('stays small: what is too large is left out', async () => {
    const files = Object.fromEntries(['/a', '/b', '/c', '/d', '/e'].map((path) => [path, Buffer.alloc(15 * 2 ** 20)]));
    const { host, save } = await recordingHost(
      fakeHost({ files: { ...files, '/huge': Buffer.alloc(17 * 2 ** 20), '/small': 'x' } }),
      folder,
    );
    for (const path of [...Object.keys(files), '/huge', '/small']) await host.read(path);
    expect(await save()).toEqual({ files: 5, bytes: 60 * 2 ** 20 + 1, leftOut: ['/e', '/huge'] });
  });

  it('remembers what may not be read', async () => {
    const { host, save } = await recordingHost(fakeHost({ forbidden: ['/sys/firmware/dmi/tables/DMI'] }), folder);
    await expect(host.read('/sys/firmware/dmi/tables/DMI')).rejects.toMatchObject({ code: 'permission' });
    await save();
    const replayed = await rootedHost(folder);
    await expect(replayed.read('/sys/firmware/dmi/tables/DMI')).rejects.toMatchObject({ code: 'permission' });
  });
});

function listen(path: string): Promise<Server> {
  const server = createServer((request, reply) => {
    reply.statusCode = request.url === '/none' ? 404 : 200;
    reply.end(`asked for ${request.url}`);
  });
  return new Promise((resolve) => server.listen(path, () => resolve(server)));
}
