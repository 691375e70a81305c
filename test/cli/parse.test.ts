import { expect, it } from 'vitest';
import { command } from '../../src/cli/commands/agent.ts';
import { type Call, parseArguments } from '../../src/cli/parse.ts';

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
