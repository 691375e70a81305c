import type { RowChange } from '../delta/types.ts';
import type { Role } from './line.ts';

type ChangeKind = RowChange['kind'];

/** A sign and a colour for each kind of change: never the colour alone. */
export const changeSigns: Readonly<Record<ChangeKind, string>> = { added: '+', removed: '-', changed: '~', moved: '~' };

export const changeRoles: Readonly<Record<ChangeKind, Role>> = {
  added: 'added',
  removed: 'removed',
  changed: 'changed',
  moved: 'changed',
};
