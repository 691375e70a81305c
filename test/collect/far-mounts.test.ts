import { describe, expect, it } from 'vitest';
import { farMounts } from '../../src/collect/far-mounts.ts';
import { parseMountinfo } from '../../src/collect/sources/mountinfo.ts';
import { ParcoursError } from '../../src/model/errors.ts';

const mounted = parseMountinfo(
  [
    '20 1 254:0 / / rw - ext4 /dev/vda rw',
    '30 20 0:40 / /home rw - nfs4 server:/home rw',
    '31 20 0:41 / /mnt/usb rw - fuse.ntfs-3g /dev/sdb1 rw',
  ].join('\n'),
);

function probing(answers: Readonly<Record<string, string>>) {
  const asked: string[] = [];
  const far = farMounts(mounted, async (program, args) => {
    asked.push([program, ...args].join(' '));
    const output = answers[args.at(-1) ?? ''];
    if (output === undefined) throw new ParcoursError('time-budget', 'stat took more than 2 s');
    return { output: Buffer.from(output), exitCode: 0 };
  });
  return { ...far, asked };
}

describe('file systems that another machine or a program answers for', () => {
  it('are asked once, through a program that can be ended', async () => {
    const { answering, space, asked } = probing({ '/home': '1000 250 4096\n' });
    await Promise.all([answering('/home/lea'), answering('/home/marie'), space('/home')]);
    expect(asked).toEqual(['stat -f -c %b %a %S /home']);
  });

  it('tell their size, in bytes', async () => {
    const { space } = probing({ '/home': '1000 250 4096\n', '/mnt/usb': '10 5 512\n' });
    expect(await space('/home')).toEqual({ total: 4_096_000, free: 1_024_000 });
    expect(await space('/mnt/usb')).toEqual({ total: 5120, free: 2560 });
  });

  it('are not entered where they do not answer, and have no size', async () => {
    const { answering, space } = probing({});
    await expect(answering('/home/lea')).rejects.toMatchObject({
      code: 'time-budget',
      message: 'the file system at /home does not answer',
    });
    expect(await space('/mnt/usb')).toBeUndefined();
  });

  it('are none of our own disk', async () => {
    const { answering, space, asked } = probing({});
    await answering('/homes/x');
    expect(await space('/')).toBe('near');
    expect(asked).toEqual([]);
  });
});
