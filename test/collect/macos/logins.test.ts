import { describe, expect, it } from 'vitest';
import { macosLogins, macosUsers } from '../../../src/collect/macos/logins.ts';
import { parseUtmpx } from '../../../src/collect/sources/utmpx.ts';
import { fakeHost } from '../fake-host.ts';

const USER = 7;
const DEAD = 8;
const SESSIONS = '/private/var/run/utmpx';

/** One record as utmpx(5) of macOS lays it out. */
function record(user: string, line: string, kind: number, seconds: number): Buffer {
  const bytes = Buffer.alloc(628);
  bytes.write(user, 0);
  bytes.write(line, 260);
  bytes.writeInt16LE(kind, 296);
  bytes.writeInt32LE(seconds, 300);
  return bytes;
}

function machine(...records: readonly Buffer[]) {
  const header = record('utmpx-1.00', '', 10, 0);
  return fakeHost({ files: { [SESSIONS]: Buffer.concat([header, ...records]) }, facts: { platform: 'darwin' } });
}

describe('sessions of macOS', () => {
  it('are those of people; the header, boots and what is cut off are left out', () => {
    const cut = record('zoé', 'ttys000', USER, 1000).subarray(0, 300);
    expect(parseUtmpx(Buffer.concat([record('', '', 2, 5), record('zoé', 'console', USER, 1000), cut]))).toEqual([
      { user: 'zoé', line: 'console', at: 1_000_000, open: true },
    ]);
  });

  it('tell who is here, once each, and who came last', async () => {
    const host = machine(
      record('zoe', 'console', USER, 1_795_000_000),
      record('zoe', 'ttys001', USER, 1_795_000_060),
      record('ali', 'ttys002', DEAD, 1_795_000_999),
    );
    expect(await macosUsers.collect(host)).toEqual({ rows: [{ login: 'zoe' }] });
    expect(await macosLogins.collect(host)).toEqual({
      rows: [{ users: ['zoe'], lastUser: 'zoe', lastLogin: '2026-11-18T11:07:40' }],
    });
  });

  it('that are over tell who was last, but not since when', async () => {
    const host = machine(record('ali', 'console', DEAD, 1_795_000_999));
    expect(await macosUsers.collect(host)).toEqual({ rows: [] });
    expect(await macosLogins.collect(host)).toEqual({ rows: [{ lastUser: 'ali' }] });
  });

  it('may not be on record: then nobody is said to be here, nor not to be', async () => {
    const host = fakeHost({ facts: { platform: 'darwin' } });
    expect(await macosUsers.collect(host)).toBeUndefined();
    expect(await macosLogins.collect(host)).toEqual({ rows: [{}] });
  });
});
