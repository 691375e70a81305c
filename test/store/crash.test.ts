import { type ChildProcess, spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { beforeAll, expect, it } from 'vitest';
import { openFiles, openReader } from '../../src/store/files.ts';
import { check } from '../../src/store/fsck.ts';
import { layoutOf } from '../../src/store/layout.ts';
import { packages } from './requests.ts';
import { temporaryFolder } from './temporary-folder.ts';

interface Answered {
  readonly id: string;
  readonly seq: number;
  readonly model: string;
}

let program = '';

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: ['test/store/child.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
  });
  program = outputFiles[0]?.text ?? '';
});

/** Runs the process of `child.ts`; `heard` is told of every save that was answered. */
function saving(dir: string, prefix: string, count: number, heard: (answered: Answered) => void): ChildProcess {
  const child = spawn(process.execPath, ['--input-type=module', '-', dir, prefix, `${count}`], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(program);
  createInterface({ input: child.stdout }).on('line', (line) => heard(JSON.parse(line)));
  return child;
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.on('close', resolve));
}

async function expectKept(dir: string, answers: readonly Answered[]): Promise<void> {
  const reader = await openReader(dir);
  for (const { id, seq, model } of answers) {
    expect(await reader.rows(id, seq, 'bios')).toEqual([{ model }]);
    expect(await reader.rows(id, seq, 'softwares')).toEqual(packages(150, model.slice('model '.length)));
  }
  const listed = (await reader.fleet()).map(({ id }) => id);
  expect(listed).toEqual(expect.arrayContaining([...new Set(answers.map(({ id }) => id))]));
}

it('loses nothing that was answered when the writer is killed, twenty times over', async () => {
  const dir = join(await temporaryFolder(), 'store');
  const answers: Answered[] = [];
  for (let round = 1; round <= 20; round++) {
    let heard = 0;
    const child = saving(dir, `round${round}`, 1000, (answered) => {
      answers.push(answered);
      if (++heard === round) child.kill('SIGKILL');
    });
    await ended(child);
    expect(heard).toBeGreaterThanOrEqual(round);
    await expectKept(dir, answers.slice(-heard));
  }
  await (await openFiles(dir)).close();
  await expectKept(dir, answers);
  expect(await check(dir)).toEqual([]);
}, 60_000);

it('keeps what two processes write at once, each through the one that came first', async () => {
  const dir = join(await temporaryFolder(), 'store');
  const answers: Answered[] = [];
  const children = ['left', 'right'].map((prefix) => saving(dir, prefix, 8, (answered) => answers.push(answered)));
  expect(await Promise.all(children.map(ended))).toEqual([0, 0]);
  expect(answers).toHaveLength(48);
  await expectKept(dir, answers);
  expect(await check(dir)).toEqual([]);
  expect(await readdir(layoutOf(dir).lock)).toEqual([]);
}, 60_000);

it('goes on with the other process when the writer is killed', async () => {
  const dir = join(await temporaryFolder(), 'store');
  const answers: Answered[] = [];
  let heard = 0;
  const first = saving(dir, 'first', 1000, (answered) => {
    answers.push(answered);
    if (++heard === 1) second = saving(dir, 'second', 5, (other) => answers.push(other));
    if (answers.some(({ id }) => id.startsWith('second'))) first.kill('SIGKILL');
  });
  let second = first;
  await ended(first);
  expect(await ended(second)).toBe(0);
  expect(answers.filter(({ id }) => id.startsWith('second'))).toHaveLength(15);
  await expectKept(dir, answers);
  expect(await check(dir)).toEqual([]);
}, 60_000);
