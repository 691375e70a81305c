import { expect, it } from 'vitest';
import { merge } from '../../src/collect/merge.ts';

it('takes the first value of each field for a section that exists once', () => {
  const merged = merge('bios', [
    { outcome: 'reported', rows: [{ manufacturer: 'Dell Inc.' }] },
    { outcome: 'reported', rows: [{ manufacturer: 'DELL', model: 'OptiPlex 7090' }] },
  ]);
  expect(merged).toEqual({
    rows: [{ manufacturer: 'Dell Inc.', model: 'OptiPlex 7090' }],
    report: { state: 'complete' },
  });
});

it('takes the first collector that has rows for a list', () => {
  const merged = merge('cpus', [
    { outcome: 'nothing', rows: [] },
    { outcome: 'reported', rows: [{ type: 'first' }] },
    { outcome: 'reported', rows: [{ type: 'second' }] },
  ]);
  expect(merged.rows).toEqual([{ type: 'first' }]);
});

it('is partial where a better source of a list failed, and does not ask what a worse one had', () => {
  const failed = { outcome: 'failed', reason: 'failed: no answer' } as const;
  const found = { outcome: 'reported', rows: [{ type: 'i5' }] } as const;
  expect(merge('cpus', [failed, found]).report).toEqual({ state: 'partial', reason: 'failed: no answer' });
  expect(merge('cpus', [found, failed]).report).toEqual({ state: 'complete' });
});

it('puts the packages of every package manager together', () => {
  const merged = merge('softwares', [
    { outcome: 'reported', rows: [{ name: 'bash', from: 'deb' }] },
    { outcome: 'nothing' },
    { outcome: 'reported', rows: [{ name: 'hello', from: 'snap' }] },
  ]);
  expect(merged.rows).toEqual([
    { name: 'bash', from: 'deb' },
    { name: 'hello', from: 'snap' },
  ]);
});

it('knows the difference between none and not known', () => {
  expect(merge('memories', [{ outcome: 'nothing', rows: [] }])).toEqual({ rows: [], report: { state: 'complete' } });
  expect(merge('memories', [{ outcome: 'nothing' }])).toEqual({ report: { state: 'failed', reason: 'not-supported' } });
});

it('is partial where one of several sources failed', () => {
  const merged = merge('softwares', [
    { outcome: 'reported', rows: [{ name: 'bash' }] },
    { outcome: 'timed out', reason: 'timed-out: 10 s' },
  ]);
  expect(merged.report).toEqual({ state: 'partial', reason: 'timed-out: 10 s' });
});

it('is failed with the reason where nothing could be read, skipped where nobody asked', () => {
  expect(merge('memories', [{ outcome: 'failed', reason: 'needs-root' }]).report).toEqual({
    state: 'failed',
    reason: 'needs-root',
  });
  expect(merge('softwares', [{ outcome: 'skipped', reason: 'not-requested: --nosoftware' }]).report).toEqual({
    state: 'skipped',
    reason: 'not-requested: --nosoftware',
  });
});
