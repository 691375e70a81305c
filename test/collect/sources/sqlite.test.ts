import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSqliteTable } from '../../../src/collect/sources/sqlite/table.ts';
import { ParcoursError } from '../../../src/model/errors.ts';

/** Made by SQLite 3.40 with pages of 512 bytes, in the tables that wtmpdb and lastlog2 make. */
const folder = 'test/fixtures/logins';
const wtmp = readFileSync(`${folder}/wtmp.db`);
const hour = 3600_000_000;

describe('a table of SQLite', () => {
  it('is read whole over many pages, last row first', () => {
    const rows = [...readSqliteTable(wtmp, 'wtmp')];
    expect(rows.map(({ ID }) => ID)).toEqual(Array.from({ length: 61 }, (_, at) => 61 - at));
    expect(rows[0]).toEqual({
      ID: 61,
      Type: 1,
      User: 'reboot',
      Login: 1795000000_000000 + 70 * hour,
      Logout: null,
      TTY: '~',
      RemoteHost: '6.12.48+deb13-amd64',
      Service: null,
    });
    expect(rows.find(({ ID }) => ID === 2)).toMatchObject({
      Type: 3,
      User: 'élodie',
      RemoteHost: null,
      Service: 'sshd',
    });
  });

  it('has values longer than a page', () => {
    const longest = [...readSqliteTable(wtmp, 'wtmp')].find(({ ID }) => ID === 59);
    expect(longest?.['RemoteHost']).toBe(`poste-${'x'.repeat(58 * 12)}.lycee.example`);
  });

  it('is as its write-ahead log has it', () => {
    const [database, log] = ['logged.db', 'logged.db-wal'].map((name) => readFileSync(`${folder}/${name}`));
    const users = (given: Uint8Array | undefined) =>
      [...readSqliteTable(database ?? new Uint8Array(), 'wtmp', given)].map(({ User }) => User);
    expect(users(undefined)).toEqual(['ana']);
    expect(users(log)).toEqual(['zoe', 'ana']);
    expect(users(log?.subarray(0, -1))).toEqual(['ana']);
  });

  it('that is not there has no rows', () => {
    expect([...readSqliteTable(wtmp, 'nothing')]).toEqual([]);
  });

  it('ends, whatever bytes are damaged', () => {
    fc.assert(
      fc.property(fc.nat(wtmp.length - 1), fc.nat(255), (at, byte) => {
        const damaged = Buffer.from(wtmp);
        damaged[at] = byte;
        try {
          expect([...readSqliteTable(damaged, 'wtmp')].length).toBeLessThanOrEqual(1000);
        } catch (error) {
          expect(error instanceof ParcoursError || error instanceof RangeError, String(error)).toBe(true);
        }
      }),
    );
  });
});
