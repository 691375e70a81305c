import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/cli/command.ts';
import { command } from '../../src/cli/commands/agent.ts';
import { withOcsSettings } from '../../src/cli/ocs-settings.ts';
import { parseArguments } from '../../src/cli/parse.ts';
import { temporaryFolder } from '../agent/folders.ts';
import { recordedLog } from '../agent/recorded-log.ts';

const config = 'server=ocs.lycee.local\ntag=B12\nnosoftware=1\nuser=QW5u\npassword=czNjcmV0\n';

async function settings(...words: readonly string[]) {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'ocsinventory-agent.cfg'), config);
  const typed = await parseArguments({ name: 'agent', command, language: 'en' }, words);
  const log = recordedLog();
  const { args } = await withOcsSettings({ args: typed, log } as unknown as Context, [folder]);
  return { args, log };
}

describe('--from-ocs-config', () => {
  it('gives what was not typed', async () => {
    const { args } = await settings('--from-ocs-config', '--tag=mine');
    expect([args.texts('server'), args.text('tag'), args.flag('nosoftware'), args.text('password')]).toEqual([
      ['ocs.lycee.local'],
      'mine',
      true,
      's3cret',
    ]);
  });

  it('gives no password to another user', async () => {
    const { args } = await settings('--from-ocs-config', '--user=Bob');
    expect([args.text('user'), args.text('password')]).toEqual(['Bob', undefined]);
  });

  it('tells the debug log what was taken, but neither user nor password', async () => {
    const { log } = await settings('--from-ocs-config');
    expect(log.lines).toMatchObject([{ level: 'debug', fields: { server: 'ocs.lycee.local', password: '***' } }]);
    expect(log.text()).not.toMatch(/Ann|s3cret|QW5u/);
  });

  it('that is not asked for reads nothing', async () => {
    const { args, log } = await settings('--tag=mine');
    expect([args.texts('server'), log.lines]).toEqual([[], []]);
  });
});
