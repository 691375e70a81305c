import { writeFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { newHome } from './program.ts';

/** A machine whose every text tries to take over the terminal of who looks at it. */
const EVIL = '=1+1\u009b31m\u202egnp.exe\u2066&#10;FORGED&#13;OVER\u200b';
const ID = 'EVIL-2026-01-01-00-00-00';
const tags = { HARDWARE: ['NAME', 'OSNAME'], BIOS: ['SSN', 'NEW'], SOFTWARES: ['NAME', 'VERSION'], NEW: ['NAME'] };
const home = newHome();
const store = ['--store', home.path('S')];

function document(salt: string): string {
  const sections = Object.entries(tags).map(
    ([tag, fields]) => `<${tag}>${fields.map((field) => `<${field}>${EVIL}${salt}</${field}>`).join('')}</${tag}>`,
  );
  const account = `<ACCOUNTINFO><KEYNAME>TAG</KEYNAME><KEYVALUE>${EVIL}</KEYVALUE></ACCOUNTINFO>`;
  const content = `<CONTENT>${account}${sections.join('')}</CONTENT>`;
  return `<REQUEST>${content}<DEVICEID>${ID}</DEVICEID><QUERY>INVENTORY</QUERY></REQUEST>`;
}

beforeAll(async () => {
  for (const [salt, at] of [
    ['one', '2026-01-02T00:00:00Z'],
    ['two', '2026-01-03T00:00:00Z'],
  ] as const) {
    writeFileSync(home.path(`${salt}.ocs`), document(salt));
    await home.run('import', home.path(`${salt}.ocs`), '--at', at, ...store);
  }
});

it.each([
  ['list'],
  ['list', '--json'],
  ['show', ID],
  ['show', ID, '--json'],
  ['show', `${ID}\u009b31m`],
  ['show', `${ID}\u009b31m`, '--debug'],
  ['timeline', ID],
  ['diff', `${ID}@first`, ID],
  ['diff', `${ID}@first`, ID, '--json'],
  ['account', ID],
  ['export', ID, '--format', 'csv'],
  ['export', ID, '--format', 'ocs'],
  ['export', ID, '--format', 'json'],
])('lets no machine act on the terminal: %s %s %s', async (...words) => {
  const { stdout, stderr } = await home.run(...words, ...store);
  expect(stdout + stderr).not.toMatch(
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/,
  );
  expect((stdout + stderr).length).toBeGreaterThan(20);
});

it('refuses a time that is none before it reads a file', async () => {
  expect(await home.run('import', home.path('one.ocs'), '--at', 'soon', ...store)).toMatchObject({ code: 64 });
});
