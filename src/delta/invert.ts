import { present } from '../model/present.ts';
import type { Delta, NotCompared, RowChange } from './types.ts';

/** The same differences seen from the other side. */
export function invertDelta({ sections, hidden, notCompared }: Delta): Delta {
  return {
    sections: sections.map(({ name, changes }) => ({ name, changes: changes.map(invertChange) })),
    hidden,
    notCompared: notCompared.map((one) => ({ ...one, side: otherSide[one.side] })),
  };
}

function invertChange({ kind, key, before, after, fields }: RowChange): RowChange {
  return {
    kind: otherKind[kind],
    key,
    ...present({ before: after, after: before }),
    fields: fields.map((change) => ({ field: change.field, before: change.after, after: change.before })),
  };
}

const otherKind = { added: 'removed', removed: 'added', changed: 'changed', moved: 'moved' } as const;

const otherSide: Readonly<Record<NotCompared['side'], NotCompared['side']>> = {
  before: 'after',
  after: 'before',
  both: 'both',
};
