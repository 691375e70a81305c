import { expect, it } from 'vitest';
import { elapsed } from '../../../src/lab/stopwatch.ts';
import { newForm } from './form.ts';

it('writes what was typed when the field is left, and goes to the next', () => {
  const { press, state } = newForm();
  press('"pc-b104 "', 'enter', '"Dell"', 'down');
  expect(state().at).toBe(2);
  expect(state().sheet.entries).toEqual({
    name: { kind: 'value', text: 'pc-b104' },
    manufacturer: { kind: 'value', text: 'Dell' },
  });
  press('up', 'up', 'up');
  expect(state()).toMatchObject({ at: 0, input: { text: 'pc-b104' } });
});

it('takes “I don’t know” for an answer, until something is typed', () => {
  const { press, state } = newForm();
  press('ctrl-n', 'up', 'enter');
  expect(state().sheet.entries['name']).toEqual({ kind: 'unknown' });
  press('up', '"pc1"', 'enter');
  expect(state().sheet.entries['name']).toEqual({ kind: 'value', text: 'pc1' });
});

it('undoes what is being typed, then what was written, at its field', () => {
  const { press, state, text } = newForm();
  press('"pc1"', 'enter', '"Del"', 'ctrl-r');
  expect(state()).toMatchObject({ at: 1, input: { text: '' } });
  expect(state().sheet.entries).toEqual({ name: { kind: 'value', text: 'pc1' } });
  press('ctrl-r');
  expect(state()).toMatchObject({ at: 0, sheet: { entries: {} } });
  expect(text()).toContain('Undone: Machine name');
  press('ctrl-r');
  expect(text()).toContain('Nothing to undo.');
});

it('keeps time: a pause has a reason and does not count', () => {
  const { press, state, text } = newForm();
  press('"x"', 'ctrl-p', 'enter');
  expect(text()).toContain('Write the reason first.');
  press('"fire drill"', 'enter', '"y"');
  expect(state().input.text).toBe('xy');
  expect(state().sheet.watch.pauses).toMatchObject([{ reason: 'fire drill' }]);
  expect(elapsed(state().sheet.watch)).toBe(3000);
});

it('asks before it leaves, and keeps the reason of a pause', () => {
  const { press, state, text } = newForm();
  press('ctrl-p', '"lunch"', 'escape', 'escape');
  expect(text()).toContain('Why the pause? lunch');
  press('escape', 'enter');
  expect(state()).toMatchObject({ ended: true, sheet: { watch: { pauses: [{ reason: 'lunch' }] } } });
});

it('is finished when the person says so', () => {
  const { press, state } = newForm();
  press('"pc1"', 'escape', 'f');
  expect(state()).toMatchObject({ ended: true, sheet: { finishedAt: '1970-01-01T00:00:03.000Z' } });
  expect(state().sheet.entries['name']).toEqual({ kind: 'value', text: 'pc1' });
});

it('opens again at the field where it was left', () => {
  const first = newForm();
  first.press('enter', 'enter', '"OptiPlex"', 'escape', 'enter');
  const { state, text } = newForm({ sheet: first.state().sheet });
  expect(state()).toMatchObject({ at: 2, input: { text: 'OptiPlex' } });
  expect(text()).toMatch(/▸ Model +OptiPlex/);
});

it('is not opened again by somebody who only looks: the sheet stays finished, and no time counts', () => {
  const first = newForm();
  first.press('"pc1"', 'escape', 'f');
  const finished = first.state().sheet;
  const { press, state, text } = newForm({ sheet: finished });
  expect(text()).toContain('The sheet is finished');
  press('x', 'down', 'escape');
  expect(state()).toMatchObject({ ended: true, sheet: finished });
});

it('is opened again by somebody who says so', () => {
  const first = newForm();
  first.press('escape', 'f');
  const { press, state } = newForm({ sheet: first.state().sheet });
  press('r', '"pc1"', 'escape', 'enter');
  expect(state().sheet.finishedAt).toBeUndefined();
  expect(state().sheet.entries['name']).toEqual({ kind: 'value', text: 'pc1' });
  expect(state().sheet.watch.runs).toHaveLength(2);
});
