import type { Messages } from '../i18n/en.ts';

type Texts = Messages['tui'];

/** Every command by its name; its texts stand in `i18n/`, its handler in `commands/`. */
export type CommandId = keyof Texts['commands'];
/** Where a key means something: a screen, a part of it, or an overlay, which takes all keys. */
export type Context = keyof Texts['contexts'];
export type Group = keyof Texts['groups'];

/** The order of the help. */
export const groupOrder: readonly Group[] = ['move', 'open', 'find', 'compare', 'tabs', 'program', 'entry'];

export interface Binding {
  readonly id: CommandId;
  readonly keys: readonly string[];
  readonly when: readonly Context[];
  readonly group: Group;
  /** Shown in the foot bar, lower first; undefined where everybody knows it. */
  readonly foot?: number;
}

/** What every key does. Dispatch, foot bar, help, palette and the README table are made from it; the first match counts. */
export const keymap: readonly Binding[] = [
  {
    id: 'exit',
    keys: ['ctrl-c'],
    when: ['any', 'filter', 'palette', 'sort', 'account', 'field', 'help'],
    group: 'program',
  },
  {
    id: 'suspend',
    keys: ['ctrl-z'],
    when: ['any', 'filter', 'palette', 'sort', 'account', 'field', 'help'],
    group: 'program',
  },

  { id: 'accept', keys: ['enter'], when: ['filter'], group: 'entry', foot: 1 },
  { id: 'cancel', keys: ['escape'], when: ['filter'], group: 'entry', foot: 2 },
  { id: 'run', keys: ['enter'], when: ['palette'], group: 'entry', foot: 1 },
  { id: 'choose', keys: ['enter'], when: ['sort'], group: 'entry', foot: 1 },
  { id: 'close', keys: ['escape'], when: ['palette'], group: 'entry', foot: 2 },
  { id: 'close', keys: ['escape', 'q', 's'], when: ['sort'], group: 'entry', foot: 2 },
  { id: 'editField', keys: ['enter'], when: ['account'], group: 'entry', foot: 1 },
  { id: 'close', keys: ['escape', 'q', 'e'], when: ['account'], group: 'entry', foot: 2 },
  { id: 'saveField', keys: ['enter'], when: ['field'], group: 'entry', foot: 1 },
  { id: 'leaveField', keys: ['escape'], when: ['field'], group: 'entry', foot: 2 },
  { id: 'close', keys: ['escape', 'q', '?', 'f1', 'enter'], when: ['help'], group: 'entry', foot: 2 },

  { id: 'open', keys: ['enter'], when: ['fleet'], group: 'open', foot: 1 },
  { id: 'details', keys: ['enter'], when: ['sections'], group: 'open', foot: 1 },
  { id: 'openSnapshot', keys: ['enter'], when: ['timeline'], group: 'open', foot: 1 },
  { id: 'changeDetails', keys: ['enter'], when: ['compare'], group: 'open', foot: 4 },
  { id: 'back', keys: ['escape', 'backspace'], when: ['any'], group: 'open' },
  { id: 'previous', keys: ['-'], when: ['any'], group: 'open' },
  { id: 'edit', keys: ['e'], when: ['machine'], group: 'open', foot: 5 },
  { id: 'timeline', keys: ['t'], when: ['fleet', 'sections'], group: 'open', foot: 4 },

  { id: 'nextTab', keys: ['tab', 'right', 'l'], when: ['machine'], group: 'tabs', foot: 2 },
  { id: 'previousTab', keys: ['shift-tab', 'left', 'h'], when: ['machine'], group: 'tabs' },
  { id: 'hardwareTab', keys: ['1'], when: ['machine'], group: 'tabs' },
  { id: 'systemTab', keys: ['2'], when: ['machine'], group: 'tabs' },
  { id: 'softwareTab', keys: ['3'], when: ['machine'], group: 'tabs' },
  { id: 'networkTab', keys: ['4'], when: ['machine'], group: 'tabs' },
  { id: 'peripheralsTab', keys: ['5'], when: ['machine'], group: 'tabs' },
  { id: 'securityTab', keys: ['6'], when: ['machine'], group: 'tabs' },
  { id: 'timeTab', keys: ['7'], when: ['machine'], group: 'tabs' },
  { id: 'rawTab', keys: ['8'], when: ['machine'], group: 'tabs' },

  { id: 'mark', keys: ['space'], when: ['fleet'], group: 'compare', foot: 3 },
  { id: 'compareMachines', keys: ['d'], when: ['fleet'], group: 'compare', foot: 2 },
  { id: 'markSnapshot', keys: ['space'], when: ['timeline'], group: 'compare', foot: 2 },
  { id: 'compareSnapshots', keys: ['d'], when: ['timeline'], group: 'compare', foot: 3 },
  { id: 'comparePrevious', keys: ['d'], when: ['machine'], group: 'compare', foot: 3 },
  { id: 'nextDifference', keys: ['n'], when: ['compare'], group: 'compare', foot: 1 },
  { id: 'previousDifference', keys: ['N'], when: ['compare'], group: 'compare' },
  { id: 'cycleFilter', keys: ['='], when: ['compare'], group: 'compare', foot: 2 },
  { id: 'swap', keys: ['x'], when: ['compare'], group: 'compare', foot: 3 },
  { id: 'reveal', keys: ['v'], when: ['masked'], group: 'find', foot: 6 },

  { id: 'filter', keys: ['/'], when: ['fleet', 'software'], group: 'find', foot: 5 },
  { id: 'sort', keys: ['s'], when: ['fleet'], group: 'find', foot: 6 },
  { id: 'reverse', keys: ['r'], when: ['fleet'], group: 'find' },

  { id: 'down', keys: ['down', 'j'], when: ['list', 'sort', 'account', 'help'], group: 'move' },
  { id: 'up', keys: ['up', 'k'], when: ['list', 'sort', 'account', 'help'], group: 'move' },
  { id: 'down', keys: ['down'], when: ['filter', 'palette'], group: 'entry' },
  { id: 'up', keys: ['up'], when: ['filter', 'palette'], group: 'entry' },
  { id: 'pageDown', keys: ['page-down', 'ctrl-d'], when: ['list', 'help'], group: 'move' },
  { id: 'pageUp', keys: ['page-up', 'ctrl-u'], when: ['list', 'help'], group: 'move' },
  { id: 'first', keys: ['g', 'home'], when: ['list'], group: 'move' },
  { id: 'last', keys: ['G', 'end'], when: ['list'], group: 'move' },

  { id: 'help', keys: ['?', 'f1'], when: ['any'], group: 'program', foot: 8 },
  { id: 'palette', keys: [':', 'ctrl-p'], when: ['any'], group: 'program', foot: 9 },
  { id: 'language', keys: ['L'], when: ['any'], group: 'program' },
  { id: 'reload', keys: ['R', 'f5', 'ctrl-r'], when: ['any'], group: 'program' },
  { id: 'quit', keys: ['q'], when: ['any'], group: 'program', foot: 7 },
];

/** The bindings that hold where a person is, each with the keys that no earlier one takes. */
export function bindingsIn(contexts: ReadonlySet<Context>): readonly Binding[] {
  const taken = new Set<string>();
  return keymap
    .filter(({ when }) => when.some((context) => contexts.has(context)))
    .map((binding) => {
      const keys = binding.keys.filter((key) => !taken.has(key));
      for (const key of keys) taken.add(key);
      return { ...binding, keys };
    })
    .filter(({ keys }) => keys.length > 0);
}

/** A key as it is written for people: `Enter`, `Ctrl-P`, `q`. */
export function keyLabel(texts: Texts, key: string): string {
  if (Object.hasOwn(texts.keys, key)) return texts.keys[key as keyof Texts['keys']];
  return key.replace(/^ctrl-(.)$/, (_, letter: string) => `Ctrl-${letter.toUpperCase()}`).replace(/^f(\d+)$/, 'F$1');
}
