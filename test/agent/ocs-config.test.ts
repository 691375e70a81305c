import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseOcsConfig, readOcsConfig } from '../../src/agent/ocs-config.ts';
import { temporaryFolder } from './folders.ts';

const text = `# made by the package
basevardir=/var/lib/ocsinventory-agent
server = http://ocs.lycee.local/ocsinventory
tag="Salle B12"
nosoftware = 1
# proxy = http://no
user = QW5u
password = 'w6k6MQ=='
local=/var/lib/ocsinventory-agent
empty =
ssl=0\r
`;

describe('the configuration of an OCS agent', () => {
  it('gives what means the same here, passwords in plain text, and names the rest', () => {
    expect(parseOcsConfig(text)).toEqual({
      taken: {
        server: 'http://ocs.lycee.local/ocsinventory',
        tag: 'Salle B12',
        nosoftware: '1',
        user: 'Ann',
        password: 'é:1',
        ssl: '0',
      },
      ignored: ['basevardir', 'local'],
    });
  });

  it.each(['agents', 'admin', 'p@ss', 'user'])('takes %s, which is no base64 of a text, as it is', (password) => {
    expect(parseOcsConfig(`password=${password}`).taken).toEqual({ password });
  });

  it('is the first that is found', async () => {
    const [first, second] = [temporaryFolder(), temporaryFolder()];
    for (const folder of [first, second]) writeFileSync(join(folder, 'ocsinventory-agent.cfg'), `tag=${folder}`);
    expect(await readOcsConfig([join(first, 'missing'), first, second])).toMatchObject({ taken: { tag: first } });
  });

  it('that is nowhere is an error of configuration, which names the folders', async () => {
    const folder = temporaryFolder();
    await expect(readOcsConfig([folder])).rejects.toMatchObject({
      code: 'configuration',
      message: expect.stringContaining(folder),
    });
  });
});
