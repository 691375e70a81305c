import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command } from '../../src/cli/commands/agent.ts';
import { parseConfiguration } from '../../src/cli/configuration-file.ts';
import { parseArguments } from '../../src/cli/parse.ts';
import { configure } from '../../src/cli/settings.ts';
import { temporaryFolder } from '../agent/folders.ts';

const config = `# the agents of the school
server = http://ocs.lycee.local/ocsinventory
server = 10.0.0.2
tag = "room B12 # left"   # where it stands
nosoftware = yes
user = ann
password = it's#secret
ssl = 0
`;

interface Given {
  readonly words?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly text?: string;
}

async function configured({ words = [], environment = {}, text = config }: Given) {
  const path = join(temporaryFolder(), 'parcours.cfg');
  writeFileSync(path, text, { mode: 0o600 });
  const typed = await parseArguments({ name: 'agent', command, language: 'en' }, words);
  return { path, ...(await configure(typed, environment, path)) };
}

describe('the configuration', () => {
  it('gives what was neither typed nor in the environment', async () => {
    const { args, origins, path } = await configured({
      words: ['--tag=mine', '--nosoftware=false'],
      environment: { PARCOURS_SSL: '1', PARCOURS_TAG: 'theirs' },
    });
    expect([args.text('tag'), args.flag('nosoftware'), args.text('ssl'), args.texts('server')]).toEqual([
      'mine',
      false,
      '1',
      ['http://ocs.lycee.local/ocsinventory', '10.0.0.2'],
    ]);
    expect(origins).toMatchObject({ tag: 'flag', ssl: 'PARCOURS_SSL', server: `${path}:2` });
  });

  it('takes values with blanks, quotes and number signs', async () => {
    const { args } = await configured({});
    expect([args.text('tag'), args.text('password')]).toEqual(['room B12 # left', "it's#secret"]);
  });

  it('gives the password of one user to no other', async () => {
    const { args } = await configured({ words: ['--user=bob'] });
    expect([args.text('user'), args.text('password')]).toEqual(['bob', undefined]);
  });

  it('lets a password file that is typed win over a password that is not', async () => {
    const { args } = await configured({ words: ['--password-file=/run/secret'] });
    expect([args.text('password'), args.text('password-file')]).toEqual([undefined, '/run/secret']);
  });

  it('may be missing', async () => {
    const typed = await parseArguments({ name: 'agent', command, language: 'en' }, []);
    const { args, origins } = await configure(typed, {}, '/nonexistent/parcours.cfg');
    expect([args.texts('server'), origins]).toEqual([[], {}]);
  });

  it('is refused where others could have written it', async () => {
    const path = join(temporaryFolder(), 'parcours.cfg');
    writeFileSync(path, config);
    chmodSync(path, 0o666);
    const typed = await parseArguments({ name: 'agent', command, language: 'en' }, []);
    await expect(configure(typed, {}, path)).rejects.toMatchObject({ code: 'permission' });
  });
});

it.each([
  ['severs = x', 'p.cfg, line 2: there is no setting severs'],
  ['daemon = 1', 'p.cfg, line 2: there is no setting daemon'],
  ['server', 'p.cfg, line 2: write key = value'],
  ['lazy = perhaps', 'p.cfg, line 2: lazy is 0 or 1, not perhaps'],
  ['ssl = 2', 'p.cfg, line 2: ssl is 0, 1, not 2'],
  ['backend-collect-timeout = soon', 'p.cfg, line 2: backend-collect-timeout is a number of 0 or more, not soon'],
  ['tag = a\ntag = b', 'p.cfg, line 3: tag stands on line 2 already'],
])('names the line that holds %j', (line, message) => {
  expect(() => parseConfiguration(`# one\n${line}\n`, 'p.cfg')).toThrowError(message);
});

it('names the variable of the environment that is wrong', async () => {
  await expect(configured({ environment: { PARCOURS_LAZY: 'perhaps' } })).rejects.toThrow('PARCOURS_LAZY: lazy is');
});
