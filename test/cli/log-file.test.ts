import { execFileSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openLog } from '../../src/cli/log-file.ts';
import { temporaryFolder } from '../agent/folders.ts';

const now = () => Date.UTC(2026, 10, 23, 20, 1, 2, 345);
const onWindows = process.platform === 'win32';

function logged(level: 0 | 1 | 2, logfile?: string) {
  const written: string[] = [];
  const stderr = (text: string) => {
    written.push(text);
  };
  return { written, log: openLog({ level, stderr, now, ...(logfile && { logfile }) }) };
}

describe('a line', () => {
  it('has a time, a level, an event and its fields', () => {
    const { log, written } = logged(1);
    log.debug('collected', { collector: 'linux/bios', milliseconds: 3, items: 1 });
    expect(written).toEqual(['2026-11-23T20:01:02.345Z debug collected collector=linux/bios milliseconds=3 items=1\n']);
  });

  it('quotes what has blanks, and leaves out what is absent', () => {
    const { log, written } = logged(1);
    log.info('failed', { message: 'no "route" to host', reason: undefined, empty: '' });
    expect(written).toEqual(['2026-11-23T20:01:02.345Z info failed message="no \\"route\\" to host"\n']);
  });

  it('is one line without any control character, whatever a machine is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { log, written } = logged(1);
        log.warn(text, { host: text });
        expect(written).toHaveLength(1);
        expect(written[0]).toMatch(/^[^\p{Cc}\p{Zl}\p{Zp}]*\n$/u);
      }),
    );
  });
});

describe('the level', () => {
  it.each([
    [0, ['warn']],
    [1, ['info', 'warn', 'debug']],
    [2, ['info', 'warn', 'debug', 'trace']],
  ] as const)('%i shows %j on standard error', (level, shown) => {
    const { log, written } = logged(level);
    for (const name of ['info', 'warn', 'debug', 'trace'] as const) log[name]('event');
    expect(written.map((line) => line.split(' ')[1])).toEqual(shown);
  });

  it('0 also keeps what happened in a log file', () => {
    const path = join(temporaryFolder(), 'x.log');
    const { log, written } = logged(0, path);
    for (const name of ['info', 'warn', 'debug', 'trace'] as const) log[name]('event');
    expect(readFileSync(path, 'utf8').match(/info|warn|debug|trace/g)).toEqual(['info', 'warn']);
    expect(written).toEqual([]);
  });
});

describe('the log file', () => {
  it('exists as soon as it is opened, for its owner alone', () => {
    const path = join(temporaryFolder(), 'x.log');
    logged(0, path).log.close();
    expect(statSync(path).size).toBe(0);
    if (!onWindows) expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('is appended to, and holds each line at once', () => {
    const path = join(temporaryFolder(), 'x.log');
    writeFileSync(path, 'before\n');
    const { log } = logged(1, path);
    log.debug('first');
    expect(readFileSync(path, 'utf8')).toBe('before\n2026-11-23T20:01:02.345Z debug first\n');
    log.close();
  });

  it('is refused when it is a link, even one that leads nowhere', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'target'), '');
    symlinkSync(join(folder, 'target'), join(folder, 'link'));
    symlinkSync(join(folder, 'missing'), join(folder, 'dangling'));
    linkSync(join(folder, 'target'), join(folder, 'second-name'));
    for (const name of ['link', 'dangling', 'second-name']) {
      expect(() => logged(1, join(folder, name))).toThrow(expect.objectContaining({ code: 'permission' }));
    }
    expect(() => statSync(join(folder, 'missing'))).toThrow('ENOENT');
  });

  it.skipIf(onWindows)('is refused when it is a pipe or a device', () => {
    const pipe = join(temporaryFolder(), 'pipe');
    execFileSync('mkfifo', [pipe]);
    for (const path of [pipe, '/dev/null']) {
      expect(() => logged(1, path)).toThrow(expect.objectContaining({ code: 'permission' }));
    }
  });

  it('is refused with another code when it cannot be made', () => {
    const folder = temporaryFolder();
    for (const path of [folder, join(folder, 'missing', 'x.log')]) {
      expect(() => logged(1, path)).toThrow(expect.objectContaining({ code: 'cannot-write' }));
    }
  });
});

describe('a log file that can no longer be written', () => {
  it.skipIf(process.platform !== 'linux')('hands over to standard error and loses no line', () => {
    const path = join(temporaryFolder(), 'x.log');
    const { log, written } = logged(1, path);
    closeSync(descriptorOf(path));
    log.debug('first');
    log.debug('second');
    expect(written).toEqual([
      expect.stringContaining('EBADF'),
      expect.stringContaining('debug first'),
      expect.stringContaining('debug second'),
    ]);
  });

  it('because it is closed, never writes into what was opened since', () => {
    const { log, written } = logged(1, join(temporaryFolder(), 'x.log'));
    log.close();
    const other = join(temporaryFolder(), 'other');
    const file = openSync(other, 'w');
    log.debug('late');
    log.close();
    closeSync(file);
    expect(readFileSync(other, 'utf8')).toBe('');
    expect(written).toEqual([expect.stringContaining('debug late')]);
  });
});

/** Number under which this process holds a file open. */
function descriptorOf(path: string): number {
  const open = readdirSync('/proc/self/fd').filter((name) => linkOf(`/proc/self/fd/${name}`) === path);
  return Number(open[0]);
}

function linkOf(path: string): string | undefined {
  return existsSync(path) ? readlinkSync(path) : undefined;
}
