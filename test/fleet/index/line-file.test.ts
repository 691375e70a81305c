import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linesFrom } from '../../../src/fleet/index/line-file.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';

it('reads the lines from the first that is late on, however long the file and its lines are', async () => {
  const path = join(await temporaryFolder(), 'lines');
  await fc.assert(
    fc.asyncProperty(fc.nat(3000), fc.nat(3000), fc.constantFrom(1, 90, 700), async (count, first, length) => {
      const lines = Array.from({ length: count }, (_, nth) => `${String(nth).padStart(6, '0')} é${'x'.repeat(length)}`);
      const text = lines.map((line) => `${line}\n`).join('');
      await writeFile(path, `${text}never told of`);
      const read: string[] = [];
      const isLate = (line: string) => Number(line.slice(0, 6)) >= first;
      for await (const line of linesFrom(path, Buffer.byteLength(text), isLate)) if (isLate(line)) read.push(line);
      expect(read).toEqual(lines.slice(first));
      const some: string[] = [];
      for await (const line of linesFrom(path, Buffer.byteLength(text), () => true, '77 ')) some.push(line);
      expect(some).toEqual(lines.filter((line) => line.includes('77 ')));
    }),
    { numRuns: 20 },
  );
});

it('has no lines where there is no file', async () => {
  const read: string[] = [];
  for await (const line of linesFrom(join(await temporaryFolder(), 'none'), 10, () => true)) read.push(line);
  expect(read).toEqual([]);
});
