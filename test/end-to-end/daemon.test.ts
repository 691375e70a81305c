import { afterAll, beforeAll, expect, it } from 'vitest';
import { ended, type Home, newHome, type Server } from './program.ts';

let home: Home;
let server: Server;

beforeAll(async () => {
  home = newHome();
  server = await home.serve(home.path('S'));
});
afterAll(() => server.stop('SIGKILL'));

it('stays, runs again when it is woken, and ends with 0 when it is told to', async () => {
  const agent = home.start('--np', `--server=${server.host}`, '--daemon', '--only=hardware');
  let accepted = 0;
  agent.stderr?.on('data', (text) => {
    for (const _ of String(text).matchAll(/inventory accepted/g)) {
      accepted += 1;
      setTimeout(() => agent.kill(accepted === 1 ? 'SIGHUP' : 'SIGTERM'), 200);
    }
  });
  expect(await ended(agent)).toMatchObject({ code: 0 });
  expect(accepted).toBe(2);
}, 20_000);

it('waits before it runs, until it is told to end: 143', async () => {
  const agent = home.start('--np', `--server=${server.host}`, '--wait=99999', '--debug');
  agent.stderr?.on('data', (text) => {
    if (/ waiting until=/.test(String(text))) agent.kill('SIGTERM');
  });
  const { code, stderr } = await ended(agent);
  expect(code).toBe(143);
  expect(stderr).not.toContain('PROLOG');
}, 20_000);
