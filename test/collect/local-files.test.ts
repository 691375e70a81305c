import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { localFiles } from '../../src/collect/local-files.ts';

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

  it('give their content in pieces', async () => {
    const pieces: string[] = [];
    for await (const piece of files.chunks(at('link'))) pieces.push(Buffer.from(piece).toString());
    for await (const piece of files.chunks(at('missing'))) pieces.push(Buffer.from(piece).toString());
    expect(pieces).toEqual(['content']);
    await expect(files.chunks(folder)[Symbol.asyncIterator]().next()).rejects.toThrow('is not a file');
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
