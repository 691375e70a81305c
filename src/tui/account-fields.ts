import { scheduleFields } from '../model/schedule.ts';
import { viewOf } from './screens/lookups.ts';
import type { Overlay } from './state.ts';
import { routeOf, type State } from './state.ts';

/** What people set for the machine on show: TAG first, its custom fields, then when it reports; '' where nothing is set. */
export function accountFields(state: State): readonly AccountField[] {
  const route = routeOf(state, 'machine');
  const account = (route && viewOf(state, route.spot)?.account) ?? {};
  const names = new Set(['TAG', ...Object.keys(account).filter((name) => !(name in scheduleFields))]);
  return [...names, ...Object.keys(scheduleFields)].map((name) => ({ name, value: account[name] ?? '' }));
}

export interface AccountField {
  readonly name: string;
  readonly value: string;
}

/** What is to be written of a machine; of a field taken away the value is ''. */
export interface AccountChange {
  readonly id: string;
  readonly values: Readonly<Record<string, string>>;
}

/** The change that was typed; undefined where a new field has no name yet. */
export function typedChange(id: string, { name, input }: Typing): AccountChange | undefined {
  if (name !== undefined) return { id, values: { [name]: input.text.trim() } };
  const [, own = '', value = ''] = /^\s*([^=]*?)\s*=(.*)$/.exec(input.text) ?? [];
  return own === '' ? undefined : { id, values: { [own]: value.trim() } };
}

type Typing = Extract<Overlay, { kind: 'field' }>;
