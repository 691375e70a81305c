import type { MachineFlag } from '../fleet/flags.ts';
import type { Role } from './line.ts';

export const flagSigns: Readonly<Record<MachineFlag, string>> = { silent: '!', double: '?', changed: '~' };
export const flagRoles: Readonly<Record<MachineFlag, Role>> = {
  silent: 'warning',
  double: 'warning',
  changed: 'changed',
};
