import fc from 'fast-check';
import { expect, it } from 'vitest';
import { machineSheet } from '../../src/lab/machine-sheet.ts';
import { breakEven, type Effort, parallelFor, project, USUAL_FLEETS } from '../../src/lab/projection.ts';

const course: Effort = { manualMinutes: 45, autoMinutes: 2, setupMinutes: 0, parallel: 1 };

it('gives the hours of the course by hand, and of agents that run one after the other', () => {
  const rows = USUAL_FLEETS.map((machines) => project(machines, course));
  expect(rows.map(({ manualHours }) => manualHours)).toEqual([0.75, 37.5, 150, 750]);
  expect(rows.map(({ autoHours }) => autoHours.toFixed(2))).toEqual(['0.03', '1.67', '6.67', '33.33']);
  expect(rows.map(({ gain }) => gain)).toEqual([22.5, 22.5, 22.5, 22.5]);
});

it('counts the setup once, and a wave of agents as one', () => {
  const effort = { ...course, setupMinutes: 60, parallel: 50 };
  expect(project(50, effort).autoHours * 60).toBeCloseTo(62);
  expect(project(51, effort).autoHours * 60).toBeCloseTo(64);
});

it('does by hand the machines whose agent fails', () => {
  const { manualHours, autoHours } = project(100, { ...course, failures: 10 });
  expect(manualHours * 60).toBe(4500);
  expect(autoHours * 60).toBeCloseTo(200 + 450);
});

it('counts again over a year, and sets up only once', () => {
  const { manualHours, autoHours } = project(10, { ...course, setupMinutes: 60, recountDays: 30 });
  expect(manualHours * 60).toBe(10 * 45 * 13);
  expect(autoHours * 60).toBeCloseTo(60 + 10 * 2 * 13);
});

it('has no gain to tell where agents take no time', () => {
  expect(project(5, { ...course, autoMinutes: 0 })).toEqual({ machines: 5, manualHours: 3.75, autoHours: 0 });
});

it('breaks even at the smallest fleet for which agents are quicker', () => {
  const minutes = fc.integer({ min: 1, max: 90 });
  const efforts = fc.record({
    manualMinutes: minutes,
    autoMinutes: minutes,
    setupMinutes: fc.integer({ min: 0, max: 300 }),
    parallel: fc.integer({ min: 1, max: 12 }),
    failures: fc.constantFrom(0, 25, 50),
    recountDays: fc.constantFrom(365, 73),
  });
  fc.assert(
    fc.property(efforts, (effort) => {
      const fleets = Array.from({ length: 2000 }, (_, at) => project(at + 1, effort));
      const first = fleets.find(({ manualHours, autoHours }) => autoHours < manualHours - 1e-9)?.machines;
      const told = breakEven(effort);
      if (told === undefined || told <= fleets.length) expect(told).toBe(first);
      else expect(first).toBeUndefined();
    }),
  );
});

it('tells the agents side by side that the course’s hours suppose', () => {
  const parallels = machineSheet().course.map(({ machines, autoMinutes }) =>
    parallelFor(machines, autoMinutes, course),
  );
  expect(parallels).toEqual([1, 1, 2, 9]);
});

it('does so only where some number is enough', () => {
  expect(parallelFor(50, 120, { ...course, setupMinutes: 119 })).toBeUndefined();
  expect(parallelFor(50, 120, { ...course, autoMinutes: 0 })).toBe(1);
  for (const { machines, autoMinutes } of machineSheet().course) {
    const parallel = parallelFor(machines, autoMinutes, course) ?? 0;
    expect(project(machines, { ...course, parallel }).autoHours * 60).toBeLessThanOrEqual(autoMinutes);
    if (parallel > 1)
      expect(project(machines, { ...course, parallel: parallel - 1 }).autoHours * 60).toBeGreaterThan(autoMinutes);
  }
});
