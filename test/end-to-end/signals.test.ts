import { execFileSync, spawn } from 'node:child_process';
import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ended, newHome } from './program.ts';

const home = newHome();
const document = (n: number) => `<REQUEST><DEVICEID>PC${n}-2026-01-01-00-00-00</DEVICEID><QUERY>INVENTORY</QUERY>
<CONTENT><HARDWARE><NAME>PC${n}</NAME></HARDWARE></CONTENT></REQUEST>`;

/** Starts the program, sends it the signal once `begun` says so, and gives its exit code. */
function interrupted(signal: NodeJS.Signals, begun: () => boolean, ...args: string[]): Promise<number | null> {
  const child = spawn(process.execPath, ['bin/parcours.js', ...args], { stdio: 'ignore' });
  const look = setInterval(() => {
    if (!begun()) return;
    clearInterval(look);
    child.kill(signal);
  }, 10);
  return new Promise((resolve) => child.once('exit', resolve));
}

it('stops an import after the file in hand, and the store is sound', async () => {
  const files = Array.from({ length: 2000 }, (_, n) => home.path(`${n}.ocs`));
  for (const [n, file] of files.entries()) writeFileSync(file, document(n));
  const store = home.path('S');
  const kept = () => {
    try {
      return readdirSync(`${store}/machines`).length;
    } catch {
      return 0;
    }
  };
  expect(await interrupted('SIGINT', () => kept() > 3, 'import', ...files, '--store', store)).toBe(130);
  expect(kept()).toBeLessThan(2000);
  expect(readdirSync(`${store}/lock`)).toEqual([]);
  expect(await home.run('fsck', '--store', store)).toMatchObject({ code: 0 });
});

it('leaves other work at once', async () => {
  const store = home.path('D');
  const begun = () => readdirSync(home.folder).some((name) => name === 'D');
  const args = ['demo', '--machines', '200', '--months', '12', '--seed', '1', '--out', store];
  expect(await interrupted('SIGTERM', begun, ...args)).toBe(143);
});

it.skipIf(process.platform === 'win32')('ends although a file never answers', async () => {
  const pipe = home.path('pipe');
  execFileSync('mkfifo', [pipe]);
  const child = home.start('--ca', pipe, '--server=127.0.0.1:9', '--debug', `--basevardir=${home.path('agent')}`);
  await new Promise((done) => setTimeout(done, 1000));
  const end = ended(child);
  child.kill('SIGTERM');
  const { code } = await end;
  // Older versions of Node cannot leave such a thread behind but by a signal, which gives no code.
  expect(code ?? 143).toBe(143);
});

it('goes on serving when nobody reads what it says', async () => {
  cpSync('snapshots/school', home.path('served'), { recursive: true });
  const server = await home.serve(home.path('served'));
  server.process.stderr?.destroy();
  for (let n = 0; n < 3; n++) {
    expect((await fetch(server.url, { method: 'POST', body: 'nonsense' })).status).toBe(400);
  }
  expect(await server.stop()).toBe(0);
});
