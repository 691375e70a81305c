import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { expect, it } from 'vitest';

/** Who may import whom, ground floor first: a folder sees itself and the floors below it. */
const floors = [
  ['model'],
  ['i18n', 'collect', 'wire', 'delta', 'store'],
  ['fleet'],
  ['lab', 'demo'],
  ['agent', 'server', 'tui'],
  ['cli'],
];

/** Each package, and each way out of the process, has one door: the files that may import it. */
const doors: Readonly<Record<string, RegExp>> = {
  ink: /^tui\//,
  react: /^tui\//,
  yargs: /^cli\//,
  undici: /^agent\/client\.ts$/,
  lowdb: /^store\/durable\.ts$/,
  systeminformation: /^collect\/portable\//,
  saxes: /^wire\/xml\.ts$/,
  'zlib-sync': /^wire\/[\w-]+\.ts$/,
  'string-width': /^tui\/[\w-]+\.ts$/,
  'node:child_process': /^collect\/local-host\.ts$/,
};

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path));
const imports = files.flatMap((path) => specifiersOf(path).map((specifier) => ({ path, specifier })));

function specifiersOf(path: string): string[] {
  const source = readFileSync(join('src', path), 'utf8');
  return [...source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, specifier]) => specifier ?? '');
}

function floorOf(folder: string): number {
  return floors.findIndex((folders) => folders.includes(folder));
}

it('knows every folder of src', () => {
  expect([...new Set(files.map(folderOf))].filter((folder) => floorOf(folder) < 0)).toEqual([]);
});

it('lets every import go down', () => {
  const upward = imports
    .filter(({ specifier }) => specifier.startsWith('.'))
    .map(({ path, specifier }) => ({ path, target: posix.join(dirname(path), specifier) }))
    .filter(({ target }) => !target.startsWith('..'))
    .filter(({ path, target }) => folderOf(path) !== folderOf(target))
    .filter(({ path, target }) => floorOf(folderOf(target)) >= floorOf(folderOf(path)));
  expect(upward).toEqual([]);
});

it('keeps every package behind its door', () => {
  const strangers = imports
    .filter(({ specifier }) => !specifier.startsWith('.'))
    .filter(({ path, specifier }) => !mayImport(path, specifier));
  expect(strangers).toEqual([]);
});

it('gives each single door to one file', () => {
  for (const name of ['undici', 'lowdb', 'saxes', 'zlib-sync', 'string-width', 'node:child_process']) {
    const openers = new Set(imports.filter(({ specifier }) => packageOf(specifier) === name).map(({ path }) => path));
    expect([...openers].length, `${name}: ${[...openers]}`).toBeLessThanOrEqual(1);
  }
});

it('loads the faces only when they are asked for', () => {
  const eager = files
    .filter((path) => path.startsWith('cli/') && !path.startsWith('cli/commands/'))
    .filter((path) =>
      /^import (?!type).* from '\.\.\/(?:agent|server|tui|lab|demo)\//m.test(readFileSync(join('src', path), 'utf8')),
    );
  expect(eager).toEqual([]);
});

it('keeps files short enough to read: none over 300 lines', () => {
  const long = files.filter((path) => !isData(path)).filter((path) => lines(path) > 300);
  expect(long).toEqual([]);
});

function mayImport(path: string, specifier: string): boolean {
  const door = doors[packageOf(specifier)];
  return door ? door.test(path) : specifier.startsWith('node:');
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  const [scope = '', name = ''] = specifier.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}

function folderOf(path: string): string {
  return path.split('/')[0] ?? '';
}

function isData(path: string): boolean {
  return /^(?:model\/sections|i18n\/(?:en|fr))\//.test(path);
}

function lines(path: string): number {
  return readFileSync(join('src', path), 'utf8').split('\n').length;
}
