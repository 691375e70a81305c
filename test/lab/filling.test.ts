import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  explainFillingPause,
  finish,
  moveTo,
  open,
  passed,
  pauseFilling,
  resumeFilling,
  undo,
  write,
} from '../../src/lab/filling.ts';
import { EMPTY_SHEET, type Entry, spentOn } from '../../src/lab/sheet.ts';
import { elapsed } from '../../src/lab/stopwatch.ts';

const second = 1000;
const value = (text: string): Entry => ({ kind: 'value', text });

it('tells when each field was entered and left, and adds up the visits', () => {
  let sheet = open(EMPTY_SHEET, 'name', 0);
  sheet = moveTo(sheet, 'serial', 10 * second);
  sheet = moveTo(sheet, 'name', 15 * second);
  sheet = passed(sheet, 20 * second);
  expect(sheet.visits.map(({ field, spent }) => [field, spent])).toEqual([
    ['name', 10 * second],
    ['serial', 5 * second],
    ['name', 5 * second],
  ]);
  expect(sheet.visits[1]).toMatchObject({ entered: '1970-01-01T00:00:10.000Z', left: '1970-01-01T00:00:15.000Z' });
  expect(spentOn(sheet, 'name')).toBe(15 * second);
  expect(elapsed(sheet.watch)).toBe(20 * second);
});

it('counts a pause neither for the sheet nor for the field', () => {
  let sheet = pauseFilling(open(EMPTY_SHEET, 'name', 0), 4 * second);
  sheet = passed(sheet, 60 * second);
  sheet = resumeFilling(explainFillingPause(sheet, 'fire drill'), 100 * second);
  sheet = passed(sheet, 101 * second);
  expect(elapsed(sheet.watch)).toBe(5 * second);
  expect(spentOn(sheet, 'name')).toBe(5 * second);
  expect(sheet.watch.pauses).toMatchObject([{ reason: 'fire drill', to: '1970-01-01T00:01:40.000Z' }]);
});

it('goes on where a program was killed, and does not count the time since', () => {
  const killed = passed(open(EMPTY_SHEET, 'name', 0), 7 * second);
  const again = passed(open(killed, 'name', 3600 * second), 3601 * second);
  expect(elapsed(again.watch)).toBe(8 * second);
  expect(spentOn(again, 'name')).toBe(8 * second);
});

it('undoes change after change, to the blank sheet', () => {
  let sheet = write(EMPTY_SHEET, 'name', value('pc1'));
  sheet = write(sheet, 'serial', { kind: 'unknown' });
  sheet = write(sheet, 'name', undefined);
  expect(sheet.entries).toEqual({ serial: { kind: 'unknown' } });
  sheet = undo(sheet);
  expect(sheet.entries['name']).toEqual(value('pc1'));
  sheet = undo(undo(undo(sheet)));
  expect(sheet.entries).toEqual({});
});

it('records no change where nothing changed', () => {
  const sheet = write(EMPTY_SHEET, 'name', value('pc1'));
  expect(write(sheet, 'name', value('pc1'))).toBe(sheet);
  expect(write(sheet, 'serial', undefined)).toBe(sheet);
});

it('is finished until it is opened again', () => {
  const finished = finish(open(EMPTY_SHEET, 'name', 0), second);
  expect(finished.finishedAt).toBe('1970-01-01T00:00:01.000Z');
  expect(open(finished, 'name', 2 * second).finishedAt).toBeUndefined();
});

it('gives each second of the stopwatch to one visit, and undoes every change, whatever a person does', () => {
  const field = fc.constantFrom('name', 'serial', 'room');
  const entry = fc.option(fc.oneof(fc.constant<Entry>({ kind: 'unknown' }), fc.string().map(value)), {
    nil: undefined,
  });
  const step = fc.oneof(
    fc.record({ do: fc.constant('move' as const), field }),
    fc.record({ do: fc.constant('write' as const), field, entry }),
    fc.record({ do: fc.constantFrom('pause', 'resume', 'pass', 'kill') }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(step, fc.nat(100_000))), (steps) => {
      let now = 0;
      let sheet = open(EMPTY_SHEET, 'name', now);
      for (const [act, later] of steps) {
        now += later;
        if ('entry' in act) sheet = write(sheet, act.field, act.entry);
        else if ('field' in act) sheet = sheet.watch.isPaused ? sheet : moveTo(sheet, act.field, now);
        else if (act.do === 'kill') sheet = open(sheet, 'name', now);
        else if (act.do === 'pause') sheet = sheet.watch.isPaused ? sheet : pauseFilling(sheet, now);
        else if (act.do === 'resume') sheet = sheet.watch.isPaused ? resumeFilling(sheet, now) : sheet;
        else sheet = passed(sheet, now);
      }
      expect(sheet.visits.reduce((sum, { spent }) => sum + spent, 0)).toBe(elapsed(sheet.watch));
      expect(elapsed(sheet.watch)).toBeLessThanOrEqual(now);
      for (const _ of sheet.edits) sheet = undo(sheet);
      expect(sheet.entries).toEqual({});
    }),
  );
});
