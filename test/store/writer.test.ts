import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ParcoursError } from '../../src/model/errors.ts';
import { openReader } from '../../src/store/files.ts';
import { layoutOf } from '../../src/store/layout.ts';
import type { SaveRequest, SaveResult, StoreWriter } from '../../src/store/store.ts';
import { type Writer, withWriter } from '../../src/store/writer.ts';
import { request } from './requests.ts';
import { temporaryFolder } from './temporary-folder.ts';

const save = (store: StoreWriter, operation: SaveRequest): Promise<SaveResult> => store.save(operation);

async function writer(dir: string, options = {}): Promise<Writer<SaveRequest, SaveResult>> {
  const opened = await withWriter(dir, save, options);
  onTestFinished(() => opened.close());
  return opened;
}

it('makes the first who comes the writer, and hands over what others want written', async () => {
  const dir = join(await temporaryFolder(), 'store');
  const [first, second] = [await writer(dir), await writer(dir)];
  expect([first.held, second.held]).toEqual([true, false]);
  await expect(second.submit(request({ bios: [{ model: 'M1' }] }))).resolves.toMatchObject({
    outcome: 'stored',
    seq: 1,
  });
  await expect(first.submit(request({ bios: [{ model: 'M1' }] }))).resolves.toMatchObject({ outcome: 'same', seq: 1 });
});

it('lets exactly one of many that come at once be the writer, and loses nothing', async () => {
  const dir = join(await temporaryFolder(), 'store');
  const writers = await Promise.all(Array.from({ length: 6 }, () => writer(dir)));
  expect(writers.filter(({ held }) => held)).toHaveLength(1);
  const saves = writers.flatMap((one, i) => [0, 1].map((n) => one.submit(request({}, { id: `pc-${i}-${n}` }))));
  await Promise.all(saves);
  expect(await (await openReader(dir)).fleet()).toHaveLength(12);
});

it('passes on the text of a machine whatever it holds', async () => {
  const dir = join(await temporaryFolder(), 'store');
  const [, second] = [await writer(dir), await writer(dir)];
  const model = 'line\u2028paragraph\u2029\nnext "quoted" \\ é 漢';
  await second.submit(request({ bios: [{ model }] }));
  expect(await (await openReader(dir)).rows(request({}).id, 1, 'bios')).toEqual([{ model }]);
});

it('takes the store over when the writer lets go of it', async () => {
  const dir = join(await temporaryFolder(), 'store');
  const [first, second] = [await writer(dir), await writer(dir)];
  await first.close();
  await expect(second.submit(request({}))).resolves.toMatchObject({ seq: 1 });
  expect(second.held).toBe(true);
});

it('takes over the lock of a process that is dead, or of another boot, or with a pid used again', async () => {
  const dir = join(await temporaryFolder(), 'store');
  const { lock, socket } = layoutOf(dir);
  await mkdir(lock, { recursive: true });
  const claims = [
    { pid: 2 ** 22 + 1, socket },
    { pid: process.pid, boot: 'another boot', socket },
    { pid: process.pid, boot: 'x', started: '1', socket },
  ];
  await Promise.all(claims.map((claim, i) => writeFile(join(lock, `${i}.json`), JSON.stringify(claim))));
  await writeFile(join(lock, '9.json'), '');
  expect((await writer(dir)).held).toBe(true);
  expect(await readdir(lock)).toHaveLength(1);
});

it('names the process that has the lock where the store must be its own', async () => {
  const dir = join(await temporaryFolder(), 'store');
  await writer(dir);
  const refused = withWriter(dir, save, { mustHold: true });
  await expect(refused).rejects.toMatchObject({ code: 'busy', message: expect.stringContaining(`${process.pid}`) });
});

it('brings an error back with its code', async () => {
  const dir = join(await temporaryFolder(), 'store');
  const failing = await withWriter(dir, async (): Promise<void> => {
    throw new ParcoursError('bad-input', 'no such machine');
  });
  onTestFinished(() => failing.close());
  const other = await writer(dir);
  await expect(other.submit(request({}))).rejects.toMatchObject({ code: 'bad-input', message: 'no such machine' });
});

it('listens on a shorter path where the store lies too deep for a socket', async () => {
  const dir = join(await temporaryFolder(), 'a'.repeat(100), 'store');
  const [first, second] = [await writer(dir), await writer(dir)];
  await expect(second.submit(request({}))).resolves.toMatchObject({ outcome: 'stored' });
  expect([first.held, second.held]).toEqual([true, false]);
});

it('keeps the store to its owner', async () => {
  const dir = join(await temporaryFolder(), 'store');
  await (await writer(dir)).submit(request({ bios: [{ model: 'M1' }] }));
  const mode = async (path: string) => (await stat(path)).mode & 0o777;
  const layout = layoutOf(dir);
  for (const folder of [dir, layout.machines, layout.history]) expect(await mode(folder)).toBe(0o700);
  for (const name of await readdir(layout.machines)) expect(await mode(join(layout.machines, name))).toBe(0o600);
  for (const name of await readdir(layout.history)) expect(await mode(join(layout.history, name))).toBe(0o600);
  expect(await mode(layout.socket)).toBe(0o600);
});

it('does not make a store of a folder that holds something else', async () => {
  const dir = await temporaryFolder();
  await writeFile(join(dir, 'thesis.odt'), 'mine');
  await expect(withWriter(dir, save)).rejects.toMatchObject({ code: 'configuration' });
  expect(await readdir(dir)).toEqual(['thesis.odt']);
});
