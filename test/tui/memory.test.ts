import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { silentLog } from '../../src/model/log.ts';
import { NO_MEMORY, readMemory, writeMemory } from '../../src/tui/memory.ts';

const folder = mkdtempSync(join(tmpdir(), 'parcours-memory-'));

it('remembers what it wrote, and leaves nothing half-written', () => {
  const path = join(folder, 'state', 'explorer.json');
  const memory = { columns: ['name', 'tag'], widths: { tag: 9 }, commands: ['Sort'] } as const;
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
