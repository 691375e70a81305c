import { expect, it } from 'vitest';
import type { Results } from '../../src/lab/results.ts';
import { madeExercise } from '../lab/made-exercise.ts';
import { fakeFleet } from './fake-fleet.ts';
import { madeFleet } from './made-machines.ts';
import { pilot } from './pilot.ts';

const done = madeExercise();

function onExercise(results: Results) {
  return pilot({ fleet: { ...fakeFleet(madeFleet()), exercise: async () => results } });
}

it('puts both timings beside the figures of the course', async () => {
  const { press, text } = await onExercise(done);
  await press('X');
  expect(text()).toContain('Timed exercise');
  expect(text()).toMatch(/BY HAND +38 min {2}finished {2}\d+\/23 fields filled/);
  expect(text()).toMatch(/BY AGENT +0.8 s/);
  expect(text()).toMatch(/200 machines +150 h \/ 4 h +126 h 40 \/ 2 min 40 +× 2,850/);
  expect(text()).toMatch(/1,000 machines +— \/ 4 h +633 h 20 \/ 13 min/);
});

it('projects onto more agents at a time, and fewer', async () => {
  const { press, text } = await onExercise(done);
  await press('X', 'P', 'p', 'p', 'p');
  expect(text()).toContain('Supposing 10 agents at a time');
  expect(text()).toMatch(/200 machines .* 126 h 40 \/ 16 s/);
  await press('P');
  expect(text()).toContain('Supposing 5 agents at a time');
});

it('shows the sheet beside the answers of the agent, and comes back', async () => {
  const { press, text, widths } = await onExercise(done);
  await press('X', 'o');
  expect(text()).toMatch(/Serial number +5CG9280XYS +5CG9280XYZ +wrong +2 min/);
  expect(widths()).toEqual(widths().map(() => 80));
  await press('G');
  expect(text()).toMatch(/FIELD +BY HAND +BY AGENT/);
  expect(text()).toContain('By hand:  43 % right');
  await press('escape');
  expect(text()).toContain('MEASURED HERE');
});

it('says what to do next, and tells no answer before the sheet is finished', async () => {
  const { finishedAt, ...manual } = done.manual;
  const { press, text } = await onExercise({ exercise: done.exercise, manual, auto: done.auto });
  await press('X');
  expect(text()).toMatch(/BY HAND +38 min {2}begun/);
  expect(text()).toContain('Next: parcours lab manual');
  expect(text()).toMatch(/200 machines +150 h \/ 4 h +—/);
  await press('o');
  expect(text()).toContain('before, it');
  expect(text()).not.toContain('5CG9280XYZ');
});

it('says where there is no exercise', async () => {
  const { press, text } = await pilot();
  await press('X');
  expect(text()).toContain('parcours lab new makes one');
});

it('leaves for the sheet that is filled, to come back', async () => {
  const { press, state } = await onExercise(done);
  await press('X', 'space');
  expect(state()).toMatchObject({ ended: true, leftFor: 'sheet' });
});

it('stays where there is no sheet to fill', async () => {
  const { press, state } = await pilot();
  await press('X', 'space');
  expect(state().ended).toBe(false);
});
