import { accountFields, typedChange } from '../account-fields.ts';
import { viewOf } from '../screens/lookups.ts';
import { routeOf, type State, textsOf, withOverlay } from '../state.ts';
import { EMPTY_INPUT, typed } from '../text-input.ts';
import type { Command } from './command.ts';

/** What people set for a machine: a list of fields, and one of them being typed. */
export const accountCommands = {
  edit: (state) => {
    const route = routeOf(state, 'machine');
    return route && viewOf(state, route.spot) ? withOverlay(state, { kind: 'account', selected: 0 }) : state;
  },
  editField: (state) => {
    if (state.overlay?.kind !== 'account') return state;
    const { selected } = state.overlay;
    const field = accountFields(state)[selected];
    if (!field) return withOverlay(state, { kind: 'field', selected, input: EMPTY_INPUT });
    return withOverlay(state, { kind: 'field', selected, name: field.name, input: typed(field.value) });
  },
  saveField: (state) => {
    const { overlay } = state;
    const route = routeOf(state, 'machine');
    if (overlay?.kind !== 'field' || !route || state.saving) return state;
    const saving = typedChange(route.spot.id, overlay);
    if (!saving) return withOverlay(state, { ...overlay, refused: textsOf(state).account.nameMissing });
    return isSame(state, saving.values) ? leaveField(state) : { ...state, saving };
  },
  leaveField,
} as const satisfies Record<string, Command>;

function leaveField(state: State): State {
  if (state.overlay?.kind !== 'field') return state;
  return withOverlay(state, { kind: 'account', selected: state.overlay.selected });
}

function isSame(state: State, values: Readonly<Record<string, string>>): boolean {
  const known = new Map(accountFields(state).map(({ name, value }) => [name, value]));
  return Object.entries(values).every(([name, value]) => known.get(name) === value);
}
