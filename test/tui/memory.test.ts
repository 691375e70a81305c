import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { silentLog } from '../../src/model/log.ts';
import { type Bookmarks, bookmarksFrom } from '../../src/tui/bookmarks.ts';
import { FIRST_LINE } from '../../src/tui/cursor.ts';
import { NO_MEMORY, readMemory, writeMemory } from '../../src/tui/memory.ts';
import { compareRoute, type FleetRoute, fleetRoute, machineRoute } from '../../src/tui/routes.ts';

const folder = mkdtempSync(join(tmpdir(), 'parcours-memory-'));

it('remembers what it wrote, and leaves nothing half-written', () => {
  const path = join(folder, 'state', 'explorer.json');
  const memory = {
    columns: ['name', 'tag'],
    widths: { tag: 9 },
    commands: ['Sort'],
    filters: ['b104'],
    marks: {},
    queries: [{ name: 'old Firefox', query: 'soft:firefox<130' }],
  } as const;
  writeMemory(path, memory, silentLog);
  expect(readMemory(path, silentLog)).toEqual(memory);
  expect(readdirSync(join(folder, 'state'))).toEqual(['explorer.json']);
});

it.each(['', '{', '[]', 'null', '{"columns":["nosuch",3],"widths":{"tag":-1,"x":2},"commands":"x"}'])(
  'remembers nothing of a file that holds %j',
  (text) => {
    const path = join(folder, 'damaged.json');
    writeFileSync(path, text);
    expect(readMemory(path, silentLog)).toEqual(NO_MEMORY);
  },
);

it('goes on where nothing can be written', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => writeMemory(join(folder, 'file', 'explorer.json'), NO_MEMORY, silentLog)).not.toThrow();
});

it('remembers which screens have a letter, and how they were looked at', () => {
  const path = join(folder, 'letters.json');
  const spot = { id: 'PC1', seq: 4 } as const;
  const list: FleetRoute = { ...fleetRoute(), filter: 'room:B104', selected: new Set(['PC1']) };
  const marks: Bookmarks = {
    a: [list, { ...machineRoute(spot, 'software'), filter: 'firefox' }],
    b: [list, compareRoute({ group: 'tag=B104', name: 'B104' }, { ...spot, baseline: 'golden' })],
    c: [list, { screen: 'values', column: 'os', of: list, cursor: FIRST_LINE }],
    d: [list, { screen: 'doubles', cursor: FIRST_LINE }],
    e: [list, { screen: 'details', spot, section: 'bios', row: '', cursor: FIRST_LINE }],
  };
  writeMemory(path, { ...NO_MEMORY, marks }, silentLog);
  const bare = { ...list, selected: new Set() };
  expect(readMemory(path, silentLog).marks).toEqual({
    a: [bare, marks['a']?.[1]],
    b: [bare, marks['b']?.[1]],
    c: [bare, { screen: 'values', column: 'os', of: bare, cursor: FIRST_LINE }],
    d: [bare, marks['d']?.[1]],
    e: [bare],
  });
});

it('takes no screen from a file that could not be shown', () => {
  const unusable = [
    1,
    [],
    [{ screen: 'nosuch' }],
    [{ screen: 'machine', spot: { id: 'x', seq: 1 }, tab: 'raw' }],
    [{ screen: 'constructor' }],
  ];
  for (const way of unusable) expect(bookmarksFrom({ a: way, aa: [{ screen: 'fleet' }] })).toEqual({});
  const odd = { screen: 'fleet', column: 'nosuch', filter: 3, sort: [{ column: 'name' }] };
  expect(bookmarksFrom({ a: [odd, { screen: 'machine', spot: { id: 3 } }] })).toEqual({ a: [fleetRoute()] });
});
