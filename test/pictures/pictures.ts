/** The pictures of README: real screens of the built program, each reached by a script of keys that ends with the export. */
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { copyDemo } from '../../src/demo/copy.ts';
import type { Language } from '../../src/i18n/language.ts';
import { openTerminal } from '../terminal/terminal.ts';

interface Picture {
  readonly keys: string;
  readonly language?: Language;
  readonly columns?: number;
  readonly rows?: number;
}

const WIDE = { columns: 130, rows: 30 };
const EXPORT = 'e s 300ms';

const pictures: Readonly<Record<string, Picture>> = {
  fleet: { keys: '5*down', ...WIDE },
  filter: { keys: '/ "os:debian soft:firefox !name:srv" enter', columns: 90, rows: 20 },
  machine: { keys: '5*down enter' },
  software: { keys: '5*down enter 3 / "firefox" enter' },
  timeline: { keys: '5*down enter t 5*down space' },
  compare: { keys: '5*down enter t 5*down d n' },
  values: { keys: '2*right f down', columns: 90, rows: 20 },
  'deux-postes': { keys: '3*down space down d', language: 'fr' },
};

/** Makes them anew in `folder`. */
export async function makePictures(folder: string): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'parcours-pictures-'));
  await copyDemo({ from: 'snapshots/school', to: join(home, 'store'), now: Date.now() });
  for (const [name, picture] of Object.entries(pictures)) {
    writeFileSync(join(folder, `${name}.svg`), await take(home, name, picture));
    console.log(join(folder, `${name}.svg`));
  }
}

async function take(home: string, name: string, { keys, language = 'en', columns = 100, rows = 28 }: Picture) {
  const place = mkdtempSync(join(home, `${name}-`));
  writeFileSync(join(place, 'keys'), `${keys} ${EXPORT} ctrl-c\n`);
  const terminal = openTerminal({
    program: resolve('bin/parcours.js'),
    args: ['browse', '--store', join(home, 'store'), '--lang', language, '--keys', 'keys'],
    columns,
    rows,
    folder: place,
    environment: { HOME: place },
  });
  await terminal.exited();
  const [file] = readdirSync(place).filter((other) => other.endsWith('.svg'));
  if (!file) throw new Error(`${name}: no picture came\n${terminal.text()}`);
  return readFileSync(join(place, file), 'utf8');
}
