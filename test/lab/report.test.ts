import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { machineSheet } from '../../src/lab/machine-sheet.ts';
import { USUAL_FLEETS } from '../../src/lab/projection.ts';
import { type Report, reportOf, type Telling } from '../../src/lab/report.ts';
import { reportHtml } from '../../src/lab/report-html.ts';
import { reportMarkdown } from '../../src/lab/report-markdown.ts';
import type { Template } from '../../src/lab/template.ts';
import { madeExercise } from './made-exercise.ts';

const telling: Telling = {
  language: 'fr',
  effort: { manualMinutes: 38, autoMinutes: 0.7, setupMinutes: 90, parallel: 20 },
  fleets: USUAL_FLEETS,
  digest: 'ab'.repeat(32),
};

const usual = reportOf(madeExercise(), telling);

it('tells the code, the competences, both timings, every verdict, the fleet and the hash', () => {
  const text = reportMarkdown(usual);
  for (const told of [
    '- **Code élève**: S12',
    '- **Compétence B1.1**: Recenser et identifier les ressources numériques',
    '| À la main | 38 min | 2 | 43 % | 19 min |',
    '| Numéro de série | faux | 2 min |',
    '| Mémoire vive | assez proche | — |',
    '| 200 | 126 h 40 | 1 h 37 | × 78,4 | 150 h / 4 h |',
    '| 1 000 | 633 h 20 | 2 h 05 | × 304 | — / 4 h |',
    'à partir de 3 postes',
    telling.digest,
  ])
    expect(text).toContain(told);
});

it('says the same in English', () => {
  const text = reportMarkdown(reportOf(madeExercise(), { ...telling, language: 'en' }));
  expect(text).toContain('| Serial number | wrong | 2 min |');
  expect(text).toContain('The agents are quicker from 3 machines on.');
});

it('holds nothing that was typed or found, whose machine it is least of all', () => {
  const pages = reportMarkdown(usual) + reportHtml(usual);
  for (const secret of ['B104-PC02', '5CG9280', '18:66:da']) expect(pages).not.toContain(secret);
});

it('tells of pauses with their reasons', () => {
  const [from, to] = ['2026-11-23T14:10:00Z', '2026-11-23T14:15:00Z'];
  const pauses = [{ from, to, reason: 'récréation' }];
  expect(reportMarkdown(reportOf(madeExercise({ pauses }), telling))).toContain(
    'une fois, 5 min en tout : récréation.',
  );
});

/** As much of everything as a sheet of a teacher may have, with what would break a page. */
function longest(): Report {
  const text = `<script>alert(1)</script> | * _x_ [a](b) & "q" \u001b[31m ${'très long '.repeat(40)}`;
  const label = { en: text, fr: text };
  const [field] = machineSheet().fields;
  const template: Template = {
    ...machineSheet(),
    title: label,
    competences: Array.from({ length: 12 }, (_, at) => ({ code: `B1.${at}-${text}`, label })),
    fields: Array.from({ length: 120 }, (_, at) => ({
      ...(field as NonNullable<typeof field>),
      id: `f${at}`,
      label,
      sources: [],
    })),
  };
  const pauses = Array.from({ length: 40 }, () => ({
    from: '2026-11-23T14:10:00Z',
    to: '2026-11-23T15:15:00Z',
    reason: text,
  }));
  const fleets = Array.from({ length: 60 }, (_, at) => 10 ** 6 + at);
  return reportOf(madeExercise({ template, pauses, minutes: 59_999, student: 'W'.repeat(40) }), { ...telling, fleets });
}

it('escapes whatever a template or a reason holds, for HTML and for Markdown', () => {
  const html = reportHtml(longest());
  expect(html).not.toMatch(/<script|\u001b/);
  expect(html).not.toMatch(/(?:src|href|url)\s*[=(]/);
  const markdown = reportMarkdown(longest());
  expect(markdown).not.toMatch(/(?<!\\)<|\u001b|(?<!\\)\[/);
  const rows = markdown.split('\n').filter((line) => line.startsWith('| \\<script'));
  expect(rows).toHaveLength(32);
  for (const row of rows) expect(row.match(/(?<!\\)\|/g)).toHaveLength(4);
});

const chromium = process.env['PARCOURS_CHROMIUM'];

/** `PARCOURS_CHROMIUM=/usr/bin/chromium` prints both pages. */
it.skipIf(chromium === undefined).each([
  ['the usual page', usual],
  ['the longest page', longest()],
])(
  'prints %s on one sheet of A4',
  (_, report) => {
    const folder = mkdtempSync(join(tmpdir(), 'parcours-print-'));
    const [page, pdf] = [join(folder, 'report.html'), join(folder, 'report.pdf')];
    writeFileSync(page, reportHtml(report));
    const flags = ['--headless', '--no-sandbox', '--no-pdf-header-footer', `--user-data-dir=${folder}`];
    execFileSync(chromium ?? '', [...flags, `--print-to-pdf=${pdf}`, `file://${page}`], { stdio: 'ignore' });
    const text = readFileSync(pdf, 'latin1');
    rmSync(folder, { recursive: true, force: true });
    expect(text.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    expect(text).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12]/);
  },
  60_000,
);
