import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { newHome } from './program.ts';

const home = newHome();
const log = (name: string) => `test/fixtures/logs/${name}.log`;

it('tells what happened, the proof, the cause and what to do, and that something was found', async () => {
  const { code, stdout } = await home.run('doctor', '--log', log('made-ocs-windows-course-command'), '--lang=fr');
  expect(code).toBe(1);
  expect(stdout).toContain('agent OCS pour Windows 2.10.1.0');
  expect(stdout).toMatch(/Preuve, ligne 17 :\n {2}ERROR \*\*\* AGENT => Failed to send Prolog/);
  expect(stdout).toMatch(/Cause : l’adresse.*\nQue faire : .*\/server=URL/);
});

it('answers in JSON, and with 0 where nothing failed', async () => {
  const { code, stdout } = await home.run('doctor', '--log', log('ocs-unix-stop'), '--json');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ agent: 'ocs-unix', outcome: 'not-wanted', proof: { line: 39 } });
});

it('reads its own log of a run that has just failed', async () => {
  const path = home.path('run.log');
  await home.run('--np', '--server=127.0.0.1:9', '--debug', `--logfile=${path}`, '--only=hardware');
  const { code, stdout } = await home.run('doctor', '--log', path);
  expect(code).toBe(1);
  expect(stdout).toContain('nothing listens on that port');
});

it('reads what Windows wrote in UTF-16', async () => {
  const path = home.path('utf16.log');
  writeFileSync(path, `\ufeff${readFileSync(log('made-ocs-windows-port'), 'utf8')}`, 'utf16le');
  expect((await home.run('doctor', '--log', path, '--json')).stdout).toContain('"cause": "port"');
});

it.each([
  ['no log of an agent', ['--log', 'README.md'], 65],
  ['a file that is not there', ['--log', 'none.log'], 65],
  ['no file', [], 64],
])('says so: %s', async (_, words, code) => {
  expect(await home.run('doctor', ...words)).toMatchObject({ code, stdout: '' });
});
