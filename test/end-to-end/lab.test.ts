import { expect, it } from 'vitest';
import { newHome } from './program.ts';

const home = newHome();

it('projects the figures of the course, as the command line promises', async () => {
  const words = '--manual-minutes 45 --auto-minutes 2 --setup-minutes 0 --parallel 1 --machines 1,50,200,1000 --json';
  const { code, stdout } = await home.run('lab', 'project', ...words.split(' '));
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual([
    { machines: 1, manualHours: 0.75, autoHours: 0.03, gain: 22.5 },
    { machines: 50, manualHours: 37.5, autoHours: 1.67, gain: 22.5 },
    { machines: 200, manualHours: 150, autoHours: 6.67, gain: 22.5 },
    { machines: 1000, manualHours: 750, autoHours: 33.33, gain: 22.5 },
  ]);
});

it('puts the hours of the course beside, and draws all in 80 columns', async () => {
  const { stdout } = await home.run('lab', 'project', '--manual-minutes=38', '--auto-minutes=0.7', '--lang=fr');
  expect(stdout).toContain('37 h 30 / 2 h');
  expect(stdout).toContain('— / 4 h');
  expect(stdout).toMatch(/ {2}à la main {2}█{40} 633 h 20\n/);
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

it.each([
  ['a task that is none', ['guess']],
  ['a fleet that is none', ['project', '--manual-minutes=1', '--auto-minutes=1', '--machines=1,many']],
  ['no agent at all', ['project', '--manual-minutes=1', '--auto-minutes=1', '--parallel=0']],
])('calls %s a usage error', async (_, words) => {
  expect(await home.run('lab', ...words)).toMatchObject({ code: 64, stdout: '' });
});
