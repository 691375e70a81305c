import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type AutoPart, writeAuto } from '../../src/lab/auto-run.ts';
import { createExercise, writeManual } from '../../src/lab/exercise.ts';
import { EMPTY_SHEET, type ManualSheet } from '../../src/lab/sheet.ts';
import { madeExercise } from '../lab/made-exercise.ts';
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

it('times the agent into the exercise, and says which phases a run without server lacks', async () => {
  const [exercise, state] = [home.path('auto'), home.path('state')];
  await home.run('lab', 'new', '--exercise', exercise);
  const words = ['lab', 'auto', '--exercise', exercise, '--basevardir', state, '--runs=2'];
  const { code, stdout, stderr } = await home.run(...words);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('no compress, connect, send, answer');
  const part: AutoPart = JSON.parse(readFileSync(`${exercise}/auto.json`, 'utf8'));
  expect(part.runs.map(({ phases }) => phases.map(({ name }) => name))).toEqual([
    ['start', 'collect', 'build'],
    ['collect', 'build'],
  ]);
  expect(part.answers['name']).toMatchObject({ values: [{ value: expect.stringMatching(/./) }] });
  expect(part.answers['room']).toEqual({ lack: 'person' });
});

it('times all phases where it sends, and tells what travelled in each run', async () => {
  const [exercise, state] = [home.path('sent'), home.path('state')];
  const server = await home.serve(home.path('store'));
  await home.run('lab', 'new', '--exercise', exercise);
  const words = ['lab', 'auto', '--exercise', exercise, '--basevardir', state, '--runs=2', '--server', server.url];
  const { code, stdout } = await home.run(...words, '--json');
  await server.stop();
  expect(code).toBe(0);
  const { absent, phases, sent } = JSON.parse(stdout);
  expect(absent).toEqual([]);
  expect(phases.map(({ name }: { name: string }) => name)).toContain('answer');
  const [[, first], [, second]] = sent;
  expect(first.query).toBe('INVENTORY');
  expect(second.wireBytes).toBeLessThan(first.wireBytes / 4);
});

const manual: ManualSheet = {
  ...EMPTY_SHEET,
  entries: { room: { kind: 'value', text: 'B104 \u001b[31m' }, mac: { kind: 'unknown' } },
  watch: { runs: [{ from: '2026-11-23T14:00:00Z', to: '2026-11-23T14:38:00Z' }], pauses: [], isPaused: false },
};

it('compares once the sheet is finished and the agent has run, and not before', async () => {
  const exercise = home.path('compared');
  const compare = (...words: string[]) => home.run('lab', 'compare', '--exercise', exercise, ...words);
  await home.run('lab', 'new', '--exercise', exercise, '--student', 'S12');
  expect(await compare()).toMatchObject({ code: 65, stderr: expect.stringContaining('parcours lab manual') });
  await writeManual(exercise, manual);
  expect(await compare()).toMatchObject({ code: 65, stderr: expect.stringContaining('parcours lab manual') });
  await writeManual(exercise, { ...manual, finishedAt: '2026-11-23T14:38:00Z' });
  expect(await compare()).toMatchObject({ code: 65, stderr: expect.stringContaining('parcours lab auto') });
  await home.run('lab', 'auto', '--exercise', exercise, '--basevardir', home.path('state'), '--runs=1');

  const { fields, ...sides } = JSON.parse((await compare('--json')).stdout);
  expect(sides).toMatchObject({ student: 'S12', manual: { correct: 0, accuracy: 0, seconds: 2280 } });
  expect(fields).toContainEqual(expect.objectContaining({ id: 'mac', manual: 'I don’t know', verdict: 'missing' }));
  const { stdout } = await compare('--lang=fr');
  expect(stdout).toMatch(/Adresse MAC +je ne sais pas +\S+ +manquant/);
  expect(stdout).toMatch(/Salle +B104 ␛/);
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

/** The folder of an exercise that was done. */
async function doneExercise(name: string, given?: Parameters<typeof madeExercise>[0]): Promise<string> {
  const folder = home.path(name);
  const { exercise, manual: sheet, auto } = madeExercise(given);
  await createExercise(folder, exercise);
  await writeManual(folder, sheet);
  await writeAuto(folder, auto);
  return folder;
}

it('reports in the language of the exercise, with a hash that anybody can check', async () => {
  const folder = await doneExercise('reported');
  const { code, stdout } = await home.run('lab', 'report', '--exercise', folder, '--json');
  expect(code).toBe(0);
  const files = ['exercise.json', 'manual.json', 'auto.json'].map((name) => readFileSync(`${folder}/${name}`));
  const digest = createHash('sha256').update(Buffer.concat(files)).digest('hex');
  expect(JSON.parse(stdout)).toEqual({
    student: 'S12',
    digest,
    written: [`${folder}/report.html`, `${folder}/report.md`],
  });
  for (const name of ['report.html', 'report.md']) {
    const text = readFileSync(`${folder}/${name}`, 'utf8');
    expect(text).toContain(digest);
    expect(text).toContain('Code élève');
  }
});

it('reports where it is told to, in one form', async () => {
  const folder = await doneExercise('told');
  const out = home.path('s12.html');
  const { stderr } = await home.run('lab', 'report', '--exercise', folder, '--lang=en', '--out', out, '--parallel=50');
  expect(stderr).toContain(out);
  expect(readFileSync(out, 'utf8')).toContain('50 agents at a time');
  expect(await home.run('lab', 'report', '--exercise', folder, '--format=pdf')).toMatchObject({ code: 64 });
});

it('projects the timings of the exercise', async () => {
  const folder = await doneExercise('projected');
  const { stdout } = await home.run('lab', 'project', '--exercise', folder, '--machines=200', '--json');
  expect(JSON.parse(stdout)).toEqual([{ machines: 200, manualHours: 126.67, autoHours: 0.04, gain: 2850 }]);
  const typed = await home.run('lab', 'project', '--exercise', folder, '--machines=200', '--auto-minutes=2', '--json');
  expect(JSON.parse(typed.stdout)).toEqual([{ machines: 200, manualHours: 126.67, autoHours: 6.67, gain: 19 }]);
});

it('tells a class on screen and as CSV that runs no formula', async () => {
  for (const [student, minutes] of [
    ['S1', 38],
    ['S2', 41],
    ['=cmd()', 44],
  ] as const)
    await doneExercise(`class/${student}`, { student, minutes });
  await home.run('lab', 'new', '--exercise', home.path('class/Lea'));
  const { stdout, stderr } = await home.run('lab', 'class', home.path('class'));
  expect(stderr).toMatch(/left out: Lea: the sheet is not finished/);
  expect(stdout).toMatch(/^S2 +41 +2 +43/m);
  expect(stdout).toMatch(/^median +41 /m);
  expect(stdout).not.toContain('Lea');
  const csv = await home.run('lab', 'class', home.path('class'), '--format', 'csv', '--lang', 'fr');
  expect(csv.stdout.split('\n')).toContain(`"'=cmd()",44,2,42.857,1320,0.8,`);
});
