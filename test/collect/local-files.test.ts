import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { localFiles, nearness } from '../../src/collect/local-files.ts';
import { parseMountinfo } from '../../src/collect/sources/mountinfo.ts';

const folder = mkdtempSync(join(tmpdir(), 'parcours-files-'));
const at = (name: string) => join(folder, name);
writeFileSync(at('file'), 'content');
mkdirSync(at('folder'));
symlinkSync('file', at('link'));

describe.each([
  ['at once', localFiles(() => true)],
  ['in the thread pool', localFiles(() => false)],
])('files read %s', (_, files) => {
  it('give their content, their names, their target and their size', async () => {
    expect(Buffer.from((await files.read(at('link'))) ?? []).toString()).toBe('content');
    expect([...((await files.list(folder)) ?? [])].sort()).toEqual(expect.arrayContaining(['file', 'folder', 'link']));
    expect(await files.link(at('link'))).toBe('file');
    expect(await files.stat(at('file'))).toMatchObject({ size: 7, directory: false });
    expect(await files.stat(at('folder'))).toMatchObject({ directory: true });
  });

  it('are undefined where they are missing', async () => {
    const path = at('file/missing');
    expect(await Promise.all([files.read(path), files.list(path), files.link(path), files.stat(path)])).toEqual(
      Array(4).fill(undefined),
    );
    expect(await files.stat(at('missing'))).toBeUndefined();
  });

  it('are refused where a folder stands in their place', async () => {
    await expect(files.read(at('folder'))).rejects.toThrow('is not a file');
  });

  it.skipIf(process.platform === 'win32')('are refused where a pipe or a device stands in their place', async () => {
    const pipe = at(`pipe-${crypto.randomUUID()}`);
    execFileSync('mkfifo', [pipe]);
    await expect(files.read(pipe)).rejects.toThrow('is not a file');
    await expect(files.read('/dev/zero')).rejects.toThrow('is not a file');
  });
});

describe('what is near', () => {
  const disk = '20 1 254:0 / / rw - ext4 /dev/vda rw';
  const share = (path: string) => `30 20 0:40 / ${path} rw - nfs4 server:/share rw`;
  const near = (path: string, ...mounts: readonly string[]) => nearness(parseMountinfo(mounts.join('\n')))(path);

  it('is what the system keeps in memory and on its own disk', () => {
    expect(near('/proc/cpuinfo', disk)).toBe(true);
    expect(near('/usr/share/misc/pci.ids', disk, share('/mnt'))).toBe(true);
  });

  it('is nothing on a file server, which may never answer', () => {
    expect(near('/usr/share/misc/pci.ids', disk, share('/usr/share'))).toBe(false);
    expect(near('/usr/share-of-ours', disk, share('/usr/share'))).toBe(true);
    expect(near('/etc/hostname', share('/'))).toBe(false);
    expect(near('/proc/cpuinfo', share('/'), '21 20 0:5 / /proc rw - proc proc rw')).toBe(true);
  });

  it('is nothing of the users, whose folders may lie anywhere', () => {
    expect(near('/home/lea/.local', disk)).toBe(false);
    expect(near('/usr-of-lea', disk)).toBe(false);
  });
});
