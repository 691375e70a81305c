import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forgetDocument, keepDocument, spoolFolder, waitingDocuments } from '../../src/agent/spool.ts';
import { silentLog } from '../../src/model/log.ts';
import { temporaryFolder } from './folders.ts';
import { recordedLog } from './recorded-log.ts';

const folderOf = () => spoolFolder(temporaryFolder(), 'http://127.0.0.1:8080/ocsinventory');
const textsIn = async (folder: string) => (await waitingDocuments(folder)).map((path) => readFileSync(path, 'utf8'));

describe('a spool', () => {
  it('is empty before anything was kept', async () => {
    expect(await waitingDocuments(folderOf())).toEqual([]);
  });

  it('keeps documents as they are, oldest first, for their owner alone', async () => {
    const folder = folderOf();
    const path = await keepDocument(folder, '<é/>', silentLog);
    await keepDocument(folder, '<b/>', silentLog);
    expect(await textsIn(folder)).toEqual(['<é/>', '<b/>']);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('drops the oldest of more than five, and says so', async () => {
    const folder = folderOf();
    const log = recordedLog();
    for (const text of ['1', '2', '3', '4', '5']) await keepDocument(folder, text, log);
    expect(log.lines).toEqual([]);
    await keepDocument(folder, '6', log);
    expect(await textsIn(folder)).toEqual(['2', '3', '4', '5', '6']);
    expect(log.lines).toMatchObject([{ level: 'warn', fields: { file: join(folder, '00000001.ocs') } }]);
  });

  it('never holds more than it may, and always the newest', async () => {
    const limits = { documents: 5, bytes: 100 };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 9 }), async (sizes) => {
        const folder = folderOf();
        for (const [i, size] of sizes.entries()) await keepDocument(folder, String(i).repeat(size), silentLog, limits);
        const kept = await textsIn(folder);
        expect(kept.length).toBeLessThanOrEqual(5);
        expect(kept.join('').length).toBeLessThanOrEqual(100);
        expect(kept.map(([digit]) => Number(digit))).toEqual([...sizes.keys()].slice(-kept.length));
      }),
      { numRuns: 20 },
    );
  });

  it('refuses what is larger than the whole of it', async () => {
    const folder = folderOf();
    const keeping = keepDocument(folder, 'four', silentLog, { documents: 5, bytes: 3 });
    await expect(keeping).rejects.toMatchObject({ code: 'cannot-write' });
    expect(existsSync(folder)).toBe(false);
  });

  it('looks at nothing but documents, and lets another process be faster', async () => {
    const folder = folderOf();
    const path = await keepDocument(folder, 'x', silentLog);
    writeFileSync(join(folder, '00000009.ocs.3f2a.tmp'), '');
    await forgetDocument(path);
    await forgetDocument(path);
    expect(await waitingDocuments(folder)).toEqual([]);
    expect(readdirSync(folder)).toEqual(['00000009.ocs.3f2a.tmp']);
  });
});
