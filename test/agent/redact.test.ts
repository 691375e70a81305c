import { describe, expect, it } from 'vitest';
import { redactArgv, redactInventory, redactReply } from '../../src/agent/redact.ts';
import { catalogue, sectionNames } from '../../src/model/catalogue.ts';
import type { Inventory } from '../../src/model/inventory.ts';

describe('the command line', () => {
  it.each([
    [['--user=ann', '--password=hunter2']],
    [['--user', 'ann', '--password', 'hunter2']],
    [['-u', 'ann', '-p', 'hunter2']],
    [['-uann', '-phunter2']],
    [['-fp', 'hunter2']],
    [['/user:ann', '/PASSWORD=hunter2', '/pwd:hunter2']],
    [['--proxy=http://ann:hunter2@proxy:3128', '-P', 'http://ann:hunter2@proxy']],
    [['--server', 'http://ann:hunter2@host/ocsinventory']],
  ])('hides secrets in %j', (argv) => {
    expect(redactArgv(argv).join(' ')).not.toMatch(/ann|hunter2/);
    expect(redactArgv(argv)).toHaveLength(argv.length);
  });

  it('leaves the rest as it was typed', () => {
    const argv = [
      '--np',
      '--server=host:8080',
      '--debug',
      '--logfile=/tmp/x.log',
      '--password-file',
      'secret.txt',
      '-P',
      'p:1',
    ];
    expect(redactArgv(argv)).toEqual(argv);
  });
});

describe('an inventory in the log', () => {
  it('masks every field that the catalogue calls sensitive, and no other', () => {
    const sections = Object.fromEntries(sectionNames.map((name) => [name, [rowOf(name)]]));
    const redacted = redactInventory({ sections, extras: [{ name: 'X', text: 'planted' }] } as unknown as Inventory);
    for (const name of sectionNames) {
      const [row] = redacted.sections[name] ?? [];
      for (const [field, { sensitive }] of Object.entries(
        catalogue[name].fields as Record<string, { sensitive?: true }>,
      )) {
        const shown = JSON.stringify((row as Record<string, unknown>)[field]) ?? '';
        expect(shown.includes('planted'), `${name}.${field}`).toBe(sensitive !== true);
      }
    }
    expect(JSON.stringify(redacted.extras)).not.toContain('planted');
  });

  function rowOf(name: (typeof sectionNames)[number]) {
    return Object.fromEntries(Object.keys(catalogue[name].fields).map((field) => [field, 'planted']));
  }
});

describe('a reply in the log', () => {
  it('keeps what the agent obeys and masks the options', () => {
    const reply = {
      name: 'REPLY',
      children: [
        { name: 'RESPONSE', text: 'SEND' },
        {
          name: 'OPTION',
          children: [
            { name: 'NAME', text: 'SNMP' },
            { name: 'PARAM', attributes: { PASS: 's3cret' }, text: 's3cret' },
          ],
        },
      ],
    };
    const text = JSON.stringify(redactReply(reply));
    expect(text).toContain('SEND');
    expect(text).toContain('SNMP');
    expect(text).not.toContain('s3cret');
  });
});
