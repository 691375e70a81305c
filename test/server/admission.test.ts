import { expect, it } from 'vitest';
import { createAdmission, inLanes } from '../../src/server/admission.ts';

/** A task that ends when it is told to. */
function task() {
  let end: (() => void) | undefined;
  let started = false;
  const done = new Promise<void>((resolve) => {
    end = resolve;
  });
  async function run(): Promise<void> {
    started = true;
    await done;
  }
  return { run, end: () => end?.(), started: () => started };
}

async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

it('starts what fits and keeps the order of the rest', async () => {
  const admission = createAdmission({ capacity: 10, queue: 5 });
  const [a, b, heavy, light] = [task(), task(), task(), task()];
  const all = [
    admission.run(4, a.run),
    admission.run(6, b.run),
    admission.run(10, heavy.run),
    admission.run(1, light.run),
  ];
  await settled();
  expect([a, b, heavy, light].map(({ started }) => started())).toEqual([true, true, false, false]);
  a.end();
  await settled();
  expect([heavy, light].map(({ started }) => started())).toEqual([false, false]);
  b.end();
  await settled();
  expect([heavy, light].map(({ started }) => started())).toEqual([true, false]);
  heavy.end();
  light.end();
  await Promise.all(all);
  expect(light.started()).toBe(true);
});

it('lets what is heavier than all run alone', async () => {
  const admission = createAdmission({ capacity: 10, queue: 5 });
  expect(await admission.run(1000, async () => 'done')).toBe('done');
});

it('is busy where too many wait', async () => {
  const admission = createAdmission({ capacity: 1, queue: 1 });
  const [first, second] = [task(), task()];
  const running = [admission.run(1, first.run), admission.run(1, second.run)];
  await expect(admission.run(1, async () => undefined)).rejects.toMatchObject({ code: 'busy' });
  first.end();
  second.end();
  await Promise.all(running);
  await expect(admission.run(1, async () => 'again')).resolves.toBe('again');
});

it('makes room again when a task fails', async () => {
  const admission = createAdmission({ capacity: 1, queue: 1 });
  await expect(admission.run(1, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(admission.run(1, async () => 'yes')).resolves.toBe('yes');
});

it('relieves the heap after what was heavy, and only then', async () => {
  let relieved = 0;
  const admission = createAdmission({ capacity: 8, queue: 1, relieve: () => (relieved += 1) });
  await admission.run(1, async () => undefined);
  expect(relieved).toBe(0);
  await admission.run(2, async () => undefined);
  await expect(admission.run(100, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(relieved).toBe(2);
});

it('starts what is light while something heavy runs and more of it waits', async () => {
  const admission = inLanes({ light: { capacity: 8, queue: 5 }, heavy: { capacity: 100, queue: 5 } });
  const [running, waiting] = [task(), task()];
  const heavy = [admission.run(100, running.run), admission.run(100, waiting.run)];
  expect(await admission.run(2, async () => 'passed')).toBe('passed');
  expect(waiting.started()).toBe(false);
  running.end();
  waiting.end();
  await Promise.all(heavy);
});
