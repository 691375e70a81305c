import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Diagnosis, diagnose } from '../../../src/lab/logs/diagnose.ts';

const folder = 'test/fixtures/logs';
const samples = process.env['PARCOURS_SAMPLES'];

function read(name: string): Diagnosis | undefined {
  return diagnose(readFileSync(join(folder, `${name}.log`), 'utf8'));
}

/** Logs that agents wrote, and logs made from the messages that the OCS Windows agent is known to write. */
const failed: readonly (readonly [log: string, cause: string, fault?: string])[] = [
  ['parcours-name', 'server-name'],
  ['parcours-refused', 'port', 'refused'],
  ['parcours-proxyrefused', 'proxy', 'refused'],
  ['parcours-proxy407', 'proxy', 'proxyRefuses'],
  ['parcours-tls', 'certificate'],
  ['parcours-plainport', 'address-form', 'notTls'],
  ['parcours-s404', 'address-form', 'wrongPath'],
  ['parcours-html', 'address-form', 'notOcs'],
  ['parcours-bad', 'refused-agent'],
  ['parcours-s401', 'password'],
  ['parcours-s500', 'server-error'],
  ['ocs-unix-name', 'server-name'],
  ['ocs-unix-refused', 'port', 'refused'],
  ['ocs-unix-proxyrefused', 'proxy', 'refused'],
  ['ocs-unix-proxy', 'proxy', 'proxyUnsupported'],
  ['ocs-unix-tlsca', 'certificate', 'certificate'],
  ['ocs-unix-tls', 'certificate', 'authorityFile'],
  ['ocs-unix-tlsplain', 'address-form', 'notTls'],
  ['ocs-unix-s404', 'address-form', 'wrongPath'],
  ['ocs-unix-s302', 'address-form', 'redirected'],
  ['ocs-unix-scheme', 'address-form', 'badAddress'],
  ['ocs-unix-html', 'address-form', 'notOcs'],
  ['ocs-unix-bad', 'refused-agent'],
  ['ocs-unix-s401', 'password'],
  ['ocs-unix-s500', 'server-error'],
  ['glpi-x-compressed', 'answer-format'],
  ['made-ocs-windows-name', 'server-name'],
  ['made-ocs-windows-name-default', 'server-name'],
  ['made-ocs-windows-port', 'port', 'refused'],
  ['made-ocs-windows-timeout', 'port', 'timedOut'],
  ['made-ocs-windows-proxy-refused', 'proxy', 'refused'],
  ['made-ocs-windows-proxy-name', 'proxy', 'unknownProxy'],
  ['made-ocs-windows-proxy-password', 'proxy', 'proxyRefuses'],
  ['made-ocs-windows-certificate', 'certificate', 'certificate'],
  ['made-ocs-windows-authority-file', 'certificate', 'authorityFile'],
  ['made-ocs-windows-refused-agent', 'refused-agent'],
  ['made-ocs-windows-course-command', 'address-form', 'badAddress'],
  ['made-ocs-windows-path', 'address-form', 'wrongPath'],
  ['made-ocs-windows-https-on-http', 'address-form', 'notTls'],
  ['made-ocs-windows-password', 'password'],
  ['made-ocs-windows-server-error', 'server-error'],
];

describe('the log of a run that failed', () => {
  it.each(failed)('names the cause: %s, %s', (log = '', cause, fault) => {
    const diagnosis = read(log);
    expect(diagnosis).toMatchObject({ outcome: 'failed', cause, ...(fault && { fault }) });
    expect(log).toContain(diagnosis?.agent ?? 'none');
    const { line = 0, text = '' } = diagnosis?.proof ?? {};
    expect(readFileSync(join(folder, `${log}.log`), 'utf8').split(/\r?\n/)[line - 1]).toContain(text);
    expect(text).toMatch(/error|ERROR|failed/);
  });

  it('says that it does not know a cause that it does not know', () => {
    const diagnosis = read('made-ocs-windows-unknown');
    expect(diagnosis?.outcome).toBe('failed');
    expect(diagnosis).not.toHaveProperty('cause');
    expect(diagnosis?.proof?.text).toContain('Failed writing received data');
  });
});

describe('the log of a run that did not fail', () => {
  it.each(['parcours', 'ocs-unix', 'made-ocs-windows'])('says that local mode was on: %s', (agent) => {
    const diagnosis = read(`${agent}-local`);
    expect(diagnosis).toMatchObject({ outcome: 'local', cause: 'local-mode' });
    expect(diagnosis).not.toHaveProperty('server');
    expect(diagnosis?.events.map(({ event }) => event)).not.toContain('asked');
  });

  it.each(['parcours-stop', 'ocs-unix-stop', 'made-ocs-windows-not-wanted', 'fusioninventory-stop'])(
    'says that the server wanted nothing: %s',
    (log) => {
      expect(read(log)).toMatchObject({ outcome: 'not-wanted' });
      expect(read(log)).not.toHaveProperty('cause');
    },
  );

  it('is told by its last run, whatever failed before', () => {
    expect(read('made-ocs-windows-sent-after-failure')).toMatchObject({
      outcome: 'sent',
      runs: 2,
      version: '2.10.1.0',
      server: 'http://ocs.lycee.example/ocsinventory',
    });
  });

  it.skipIf(!samples)('is told of each real log that was captured', () => {
    const captured = join(samples ?? '', 'captures/debug-logs');
    const outcomes = readdirSync(captured).map((name) => {
      const { agent, outcome, cause } = diagnose(readFileSync(join(captured, name), 'utf8')) ?? {};
      return [name, agent, outcome, cause];
    });
    expect(outcomes).toEqual([
      ['fusion-2.6-stop-debug.log', 'fusioninventory', 'not-wanted', undefined],
      ['glpi-1.12-dev-ocs-x-compressed-FAILS-debug.log', 'glpi', 'failed', 'answer-format'],
      ['glpi-1.12-dev-second-debug.log', 'glpi', 'sent', undefined],
      ['ocs-unix-2.10.0-debug.log', 'ocs-unix', 'sent', undefined],
      ['ocs-unix-2.10.5-nosoftware-debug.log', 'ocs-unix', 'sent', undefined],
    ]);
  });
});

it('marks each log that no machine wrote', () => {
  for (const name of readdirSync(folder)) {
    const isMade = readFileSync(join(folder, name), 'utf8').startsWith('Made by hand');
    expect(isMade, name).toBe(name.startsWith('made-'));
  }
});

it('says so where the log stops before the end', () => {
  const text = readFileSync(join(folder, 'parcours-refused.log'), 'utf8').split('\n').slice(0, 8).join('\n');
  expect(diagnose(text)).toMatchObject({ outcome: 'unfinished', proof: { line: 8 } });
});

it('takes nothing else for a log', () => {
  expect(diagnose(readFileSync('README.md', 'utf8'))).toBeUndefined();
  expect(diagnose('')).toBeUndefined();
});
