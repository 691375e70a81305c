import { expect, it } from 'vitest';
import { summarise } from '../../src/delta/summary.ts';

it('counts what came, went and became different, a move as a change', () => {
  const change = (kind: 'added' | 'removed' | 'changed' | 'moved') => ({ kind, key: 'x', fields: [] });
  expect(
    summarise([
      { name: 'memories', changes: [change('moved'), change('added')] },
      { name: 'softwares', changes: [change('removed'), change('changed'), change('added')] },
    ]),
  ).toEqual({ added: 2, removed: 1, changed: 2, sections: ['memories', 'softwares'] });
});
