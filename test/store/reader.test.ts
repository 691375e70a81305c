import { mkdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openFiles, openReader } from '../../src/store/files.ts';
import { packages, request } from './requests.ts';
import { temporaryFolder } from './temporary-folder.ts';

it('lists what another process was answered, at once, however old the index is', async () => {
  const dir = join(await temporaryFolder(), 'store');
  const [writer, reader] = [await openFiles(dir), await openReader(dir)];
  for (let n = 1; n <= 20; n++) {
    await writer.save(request({ softwares: packages(n) }, { id: 'pc-a' }));
    await writer.save(request({}, { id: `pc-${n}` }));
    const fleet = await reader.fleet();
    expect(fleet).toHaveLength(n + 1);
    expect(fleet.find(({ id }) => id === 'pc-a')).toMatchObject({ softwareCount: n, snapshots: n });
    if (n % 5 === 0) await writer.flush();
  }
  await writer.close();
  expect(await (await openReader(dir)).fleet()).toHaveLength(21);
});

it('gives the same list again while nothing was written', async () => {
  const dir = join(await temporaryFolder(), 'store');
  const writer = await openFiles(dir);
  await writer.save(request({}));
  await writer.close();
  const reader = await openReader(dir);
  await pause(60);
  expect(await reader.fleet()).toBe(await reader.fleet());
});

it('lists a fleet whose index is of another version, which the next writer writes anew', async () => {
  const dir = join(await temporaryFolder(), 'store');
  const writer = await openFiles(dir);
  for (const id of ['pc-a', 'pc-b']) await writer.save(request({}, { id }));
  await writer.close();
  const path = join(dir, 'index', 'fleet.json');
  const made = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...made, version: 0, entries: made.entries.slice(1) }));
  expect(await (await openReader(dir)).fleet()).toHaveLength(2);
  await (await openFiles(dir)).close();
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(made);
});

it('calls back after another process wrote, and not after it was told to stop', async () => {
  const dir = join(await temporaryFolder(), 'store');
  const [writer, reader] = [await openFiles(dir), await openReader(dir)];
  let calls = 0;
  const called = new Promise<void>((resolve) => {
    const stop = reader.watch(() => {
      calls++;
      stop();
      resolve();
    });
  });
  // The watch compares with its own first look, which may come after a save.
  for (let n = 1; calls === 0; n++) {
    await writer.save(request({}, { id: `pc-${n}` }));
    await Promise.race([called, pause(50)]);
  }
  await writer.save(request({}, { id: 'other' }));
  await writer.close();
  await pause(50);
  expect(calls).toBe(1);
});

it('goes on telling of changes after the folder was removed, came back, and was put in place of another', async () => {
  const dir = join(await temporaryFolder(), 'store');
  await (await openFiles(dir)).close();
  const machines = join(dir, 'machines');
  let calls = 0;
  const stop = (await openReader(dir)).watch(() => calls++);
  const told = (change: () => Promise<unknown>) =>
    expect
      .poll(
        async () => {
          const before = calls;
          await change();
          await pause(100);
          return calls > before;
        },
        { timeout: 10_000 },
      )
      .toBe(true);
  let time = 1;
  const touch = () => utimes(machines, time, time++);
  await told(touch);
  await rm(machines, { recursive: true });
  await mkdir(machines);
  await told(touch);
  await rename(machines, join(dir, 'old'));
  await mkdir(machines);
  await told(touch);
  await rm(dir, { recursive: true });
  await pause(100);
  await mkdir(machines, { recursive: true });
  await told(touch);
  stop();
});
