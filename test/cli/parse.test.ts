import { expect, it } from 'vitest';
import { command } from '../../src/cli/commands/agent.ts';
import { parserOf } from '../../src/cli/full-parser.ts';
import { type Call, parseArguments, plainly } from '../../src/cli/parse.ts';

const call: Call = { name: 'agent', command, language: 'en' };

it.each([
  ['an option without its value', ['--server']],
  ['an option that is none', ['--nope']],
  ['a word too many', ['here']],
  ['no number', ['--backend-collect-timeout=soon']],
  ['no choice', ['--lang=xx']],
])('calls %s a usage error', async (_, words) => {
  await expect(
    parseArguments(call, words).then((args) => args.number('backend-collect-timeout')),
  ).rejects.toMatchObject({ code: 'usage' });
});

it.each([
  ['flags and values', ['--np', '--server=10.0.0.1', '--debug=', '--logfile', '/tmp/x.log']],
  ['a list, in both spellings', ['-s', 'a', '--server', 'b', '--pin=sha256:00']],
  ['short options together', ['-ffd', '-t', 'ROOM 12', '-l', '/tmp']],
  ['numbers, and texts that look like them', ['--backend-collect-timeout=30', '--tag=0042', '--user=1e3']],
  ['what is said twice', ['--tag=a', '--tag=b', '--lazy', '--lazy']],
  ['values with dots, dashes and blanks', ['--only=bios,cpus', '--user=a.b', '--password=--x', '--realm=']],
])('reads %s without yargs as a whole as with it', async (_, words) => {
  const { $0, ...whole } = await parserOf(call).parse([...words]);
  expect(plainly(command, words)).toEqual(whole);
});

it.each([
  ['a word that is no option', ['here']],
  ['an option that is none', ['--nope']],
  ['a missing value', ['--np', '--server']],
  ['what follows --', ['--np', '--', 'here']],
])('leaves %s to yargs as a whole', (_, words) => {
  expect(plainly(command, words)).toBeUndefined();
});
