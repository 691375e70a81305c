import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deviceIdForNow, loadDeviceId, makeDeviceId } from '../../src/agent/device-id.ts';
import { silentLog } from '../../src/model/log.ts';
import { temporaryFolder } from './folders.ts';
import { recordedLog } from './recorded-log.ts';

const source = { hostName: 'pc-b12-31.lycee.local', now: Date.UTC(2026, 10, 23, 8, 5, 9), timezoneOffset: -60 };

describe('makeDeviceId', () => {
  it('joins the short host name and the local time', () => {
    expect(makeDeviceId(source)).toBe('pc-b12-31-2026-11-23-09-05-09');
  });

  it('always satisfies the pattern of the server, and makes a file name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (hostName) => {
        const deviceId = makeDeviceId({ ...source, hostName });
        expect(deviceId).toMatch(/^.+-\d{4}(?:-\d{2}){5}$/);
        expect(deviceId).toMatch(/^[^/\\\p{Cc}\u{10000}-\u{10ffff}]{1,255}$/u);
      }),
    );
  });
});

describe('loadDeviceId', () => {
  it('makes an id once and keeps it', async () => {
    const folder = join(temporaryFolder(), 'state');
    const first = await loadDeviceId(folder, source, silentLog);
    expect(await loadDeviceId(folder, { ...source, now: source.now + 1e9 }, silentLog)).toBe(first);
    expect(statSync(join(folder, 'device-id')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['device-id']);
  });

  it('keeps it when the host is renamed, and says so', async () => {
    const folder = temporaryFolder();
    const first = await loadDeviceId(folder, source, silentLog);
    const log = recordedLog();
    expect(await loadDeviceId(folder, { ...source, hostName: 'new-name' }, log)).toBe(first);
    expect(log.lines).toContainEqual(
      expect.objectContaining({
        message: expect.stringMatching(/renamed/),
        fields: { deviceId: first, host: 'new-name' },
      }),
    );
  });

  it.each(['', 'no id', '../../etc-2026-01-01-00-00-00', 'pc-2026-11-23'])(
    'keeps %j aside, warns and makes a new one',
    async (damaged) => {
      const folder = temporaryFolder();
      const log = recordedLog();
      writeFileSync(join(folder, 'device-id'), damaged);
      expect(await loadDeviceId(folder, source, log)).toBe('pc-b12-31-2026-11-23-09-05-09');
      const [warning] = log.lines.filter(({ level }) => level === 'warn');
      expect(readFileSync(String(warning?.fields['keptAs']), 'utf8')).toBe(damaged);
    },
  );

  it('gives one id to runs that start together', async () => {
    const folder = temporaryFolder();
    const runs = Array.from({ length: 8 }, (_, second) =>
      loadDeviceId(folder, { ...source, now: source.now + second * 1000 }, silentLog),
    );
    expect(new Set(await Promise.all(runs)).size).toBe(1);
    expect(readdirSync(folder)).toEqual(['device-id']);
  });

  it('fails where the folder cannot be made', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    await expect(loadDeviceId(join(file, 'state'), source, silentLog)).rejects.toMatchObject({ code: 'permission' });
  });
});

describe('deviceIdForNow', () => {
  it('makes do with an id that cannot be kept, and says so', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    const log = recordedLog();
    const id = await deviceIdForNow(join(folder, 'file', 'below'), source, log);
    expect(id).toBe('pc-b12-31-2026-11-23-09-05-09');
    expect(log.lines).toMatchObject([{ level: 'warn' }]);
  });
});
