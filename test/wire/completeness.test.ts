import { expect, it } from 'vitest';
import { complete } from '../../src/wire/completeness.ts';

const drives = [{ letter: 'C:' }];

it('takes every section that was sent for complete', () => {
  for (const speaker of [{ kind: 'other' }, { kind: 'ocs', checksum: 0 }, { kind: 'parcours', reports: {} }] as const) {
    expect(complete({ drives }, speaker)).toMatchObject({
      sections: { drives },
      reports: { drives: { state: 'complete' } },
    });
  }
});

it('believes our agent that a section is partial, but not that one it sent is missing', () => {
  const partial = { state: 'partial', reason: 'needs-root' } as const;
  const reports = { drives: partial } as const;
  expect(complete({ drives }, { kind: 'parcours', reports }).reports).toEqual({ drives: partial });
  const skipped = { drives: { state: 'skipped' } } as const;
  expect(complete({ drives }, { kind: 'parcours', reports: skipped }).reports.drives).toEqual({ state: 'complete' });
});

it('says nothing of a section our agent does not speak of', () => {
  expect(complete({}, { kind: 'parcours', reports: {} })).toEqual({ sections: {}, reports: {} });
});
