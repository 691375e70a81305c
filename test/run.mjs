// What `npm test` runs: every check in order, then one line that counts the tests.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const report = join(mkdtempSync(join(tmpdir(), 'parcours-test-')), 'report.json');
const checks = [
  ['types', 'tsc', ['--noEmit']],
  ['format and lint', 'biome', ['check', '--error-on-warnings']],
  ['promises', 'oxlint', ['--type-aware', '--deny-warnings']],
  ['tests', 'vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]],
];

let failedChecks = 0;
for (const [title, program, args] of checks) {
  console.log(`\n== ${title}`);
  const { status } = spawnSync(join('node_modules', '.bin', program), args, { stdio: 'inherit' });
  if (status !== 0) failedChecks++;
}

const { numPassedTests = 0, numFailedTests = 0 } = readReport();
rmSync(join(report, '..'), { recursive: true, force: true });
console.log(`\n${numPassedTests} passed, ${numFailedTests} failed`);
process.exitCode = failedChecks > 0 || numPassedTests === 0 ? 1 : 0;

function readReport() {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch (error) {
    console.error(`No test report: ${error.message}`);
    return {};
  }
}
