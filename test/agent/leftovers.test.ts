import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sweepLeftovers } from '../../src/agent/leftovers.ts';
import { spoolFolder } from '../../src/agent/spool.ts';
import { silentLog } from '../../src/model/log.ts';
import { DAY } from '../../src/model/time.ts';
import { temporaryFolder } from './folders.ts';
import { recordedLog } from './recorded-log.ts';

const NOW = Date.UTC(2026, 10, 23);

function spoolWith(...names: readonly string[]): string {
  const folder = spoolFolder(temporaryFolder(), 'site');
  mkdirSync(folder, { recursive: true });
  for (const name of names) writeFileSync(join(folder, name), '');
  return folder;
}

it('keeps the newest five that a server refused, of the last month, and tells of the others', async () => {
  const refused = (day: number) => `0000000${day % 10}.ocs.refused-${NOW - day * DAY}`;
  const folder = spoolWith('00000001.ocs', ...[1, 2, 3, 4, 5, 6].map(refused), refused(31));
  const log = recordedLog();
  await sweepLeftovers(folder, NOW, log);
  expect(readdirSync(folder).sort()).toEqual(['00000001.ocs', ...[1, 2, 3, 4, 5].map(refused)].sort());
  expect(log.lines.map(({ fields }) => fields['file'])).toEqual([6, 31].map((day) => join(folder, refused(day))));
  const other = spoolWith(refused(29), refused(31));
  await sweepLeftovers(other, NOW, silentLog);
  expect(readdirSync(other)).toEqual([refused(29)]);
});

it('removes what was left half written, not what is being written now', async () => {
  const [old, fresh] = ['00000001.ocs.0123456789ab.tmp', 'state.json.ba9876543210.tmp'];
  const folder = spoolWith(old, fresh, 'mine.tmp');
  utimesSync(join(folder, old), NOW / 1000, (NOW - 2 * DAY) / 1000);
  utimesSync(join(folder, fresh), NOW / 1000, (NOW - 1000) / 1000);
  await sweepLeftovers(folder, NOW, silentLog);
  expect(readdirSync(folder).sort()).toEqual(['mine.tmp', fresh].sort());
});

it('has nothing to do where there is no folder', async () => {
  await sweepLeftovers(join(temporaryFolder(), 'none'), NOW, silentLog);
});
