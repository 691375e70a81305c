import { afterAll, beforeAll, expect, it } from 'vitest';
import { refusedPort } from '../agent/answering-server.ts';
import { type Home, newHome, type Server } from './program.ts';

/** The server is down at the first run, and up at the second. */
let home: Home;
let port: number;
let server: Server | undefined;
const inventory = (...args: string[]) =>
  home.run('--np', `--server=127.0.0.1:${port}`, '--basevardir', home.path('agent'), ...args);
const ask = async (...args: string[]) =>
  JSON.parse((await home.run(...args, '--json', '--store', home.path('S'))).stdout);

beforeAll(async () => {
  home = newHome();
  port = await refusedPort();
});
afterAll(() => server?.stop('SIGKILL'));

it('keeps the inventory that no server takes, and says where: 69', async () => {
  const { code, stderr } = await inventory('--only=hardware');
  expect(code).toBe(69);
  expect(stderr).toMatch(/refused.*kept in \S+00000001\.ocs and is sent first at the next run/);
});

it('brings both states at the next run, in their order', async () => {
  server = await home.serve(home.path('S'), '--listen', `127.0.0.1:${port}`);
  expect(await inventory('--only=hardware,cpus')).toMatchObject({ code: 0 });
  const [{ id, snapshots }] = await ask('list');
  expect(snapshots).toBe(2);
  const [first, second] = await ask('timeline', id);
  expect((await ask('show', `${id}@#1`)).sections.map(({ name }: { name: string }) => name)).not.toContain('cpus');
  expect(Date.parse(first.at)).toBeLessThan(Date.parse(second.at));
});

it('brings nothing twice', async () => {
  expect(await inventory('--only=hardware,cpus')).toMatchObject({ code: 0 });
  expect(await ask('list')).toMatchObject([{ snapshots: 2 }]);
});
