import type { Messages } from '../i18n/en.ts';

type Texts = Messages['tui'];

/** Every command by its name; its texts stand in `i18n/`, its handler in `commands/`. */
export type CommandId = keyof Texts['commands'];
/** Where a key means something: a screen, a part of it, or an overlay, which takes all keys. */
export type Context = keyof Texts['contexts'];
export type Group = keyof Texts['groups'];

/** The order of the help. */
export const groupOrder: readonly Group[] = [
  'move',
  'open',
  'find',
  'time',
  'compare',
  'take',
  'tabs',
  'program',
  'entry',
];

export interface Binding<Id extends string = CommandId, Where extends string = Context> {
  readonly id: Id;
  readonly keys: readonly string[];
  readonly when: readonly Where[];
  readonly group: Group;
  /** Shown in the foot bar, lower first; undefined where everybody knows it. */
  readonly foot?: number;
}

/** The screens, and every overlay. */
const EVERYWHERE: readonly Context[] = [
  'any',
  'filter',
  'palette',
  'sort',
  'columns',
  'account',
  'field',
  'copy',
  'export',
  'letter',
  'against',
  'pick',
  'baselines',
  'naming',
  'date',
  'keeping',
  'dropping',
  'leaving',
  'help',
];

/** What every key does. Dispatch, foot bar, help, palette and the README table are made from it. */
export const keymap: readonly Binding[] = [
  { id: 'exit', keys: ['ctrl-c'], when: EVERYWHERE, group: 'program' },
  { id: 'suspend', keys: ['ctrl-z'], when: EVERYWHERE, group: 'program' },

  { id: 'accept', keys: ['enter'], when: ['filter'], group: 'entry', foot: 1 },
  { id: 'cancel', keys: ['escape'], when: ['filter'], group: 'entry', foot: 2 },
  { id: 'run', keys: ['enter'], when: ['palette'], group: 'entry', foot: 1 },
  { id: 'complete', keys: ['tab'], when: ['palette'], group: 'entry', foot: 2 },
  { id: 'recall', keys: ['up'], when: ['palette'], group: 'entry', foot: 3 },
  { id: 'forget', keys: ['down'], when: ['palette'], group: 'entry' },
  { id: 'choose', keys: ['enter'], when: ['sort'], group: 'entry', foot: 1 },
  { id: 'showColumn', keys: ['space', 'enter'], when: ['columns'], group: 'entry', foot: 1 },
  { id: 'moveColumnUp', keys: ['K', 'shift-up'], when: ['columns'], group: 'entry', foot: 2 },
  { id: 'moveColumnDown', keys: ['J', 'shift-down'], when: ['columns'], group: 'entry', foot: 3 },
  { id: 'narrower', keys: ['left', 'h'], when: ['columns'], group: 'entry', foot: 4 },
  { id: 'wider', keys: ['right', 'l'], when: ['columns'], group: 'entry', foot: 5 },
  { id: 'usualColumns', keys: ['r'], when: ['columns'], group: 'entry', foot: 6 },
  {
    id: 'close',
    keys: ['escape'],
    when: ['palette', 'letter', 'pick', 'naming', 'date', 'keeping', 'dropping'],
    group: 'entry',
    foot: 7,
  },
  { id: 'editField', keys: ['enter'], when: ['account'], group: 'entry', foot: 1 },
  { id: 'saveField', keys: ['enter'], when: ['field'], group: 'entry', foot: 1 },
  { id: 'leaveField', keys: ['escape'], when: ['field'], group: 'entry', foot: 2 },
  { id: 'saveQuery', keys: ['enter'], when: ['keeping'], group: 'entry', foot: 1 },
  { id: 'confirmDrop', keys: ['enter'], when: ['dropping'], group: 'entry', foot: 1 },
  { id: 'takeDate', keys: ['enter'], when: ['date'], group: 'entry', foot: 1 },
  {
    id: 'close',
    keys: ['escape', 'q'],
    when: ['sort', 'columns', 'account', 'copy', 'export', 'against', 'baselines'],
    group: 'entry',
    foot: 7,
  },
  { id: 'close', keys: ['escape', 'q', '?', 'f1', 'enter'], when: ['help'], group: 'entry', foot: 2 },

  { id: 'open', keys: ['enter'], when: ['fleet'], group: 'open', foot: 1 },
  { id: 'openValue', keys: ['enter'], when: ['values'], group: 'open', foot: 1 },
  { id: 'details', keys: ['enter'], when: ['sections'], group: 'open', foot: 1 },
  { id: 'openSnapshot', keys: ['enter'], when: ['timeline'], group: 'open', foot: 1 },
  { id: 'changeDetails', keys: ['enter'], when: ['compare'], group: 'open', foot: 4 },
  { id: 'openItem', keys: ['enter'], when: ['consensus'], group: 'open', foot: 1 },
  { id: 'compareHolder', keys: ['enter', 'd'], when: ['holders'], group: 'open', foot: 1 },
  { id: 'compareDoubles', keys: ['enter', 'd'], when: ['doubles'], group: 'open', foot: 1 },
  { id: 'nextPane', keys: ['tab', 'right', 'l'], when: ['consensus'], group: 'tabs', foot: 2 },
  { id: 'previousPane', keys: ['shift-tab', 'left', 'h'], when: ['consensus'], group: 'tabs' },
  { id: 'back', keys: ['escape', 'backspace'], when: ['any'], group: 'open' },
  { id: 'previous', keys: ['-'], when: ['offTabs'], group: 'open' },
  { id: 'edit', keys: ['a'], when: ['machine'], group: 'open', foot: 5 },
  { id: 'older', keys: [',', '['], when: ['history'], group: 'open' },
  { id: 'newer', keys: [';', ']'], when: ['history'], group: 'open' },
  { id: 'openChange', keys: ['enter'], when: ['feed'], group: 'open', foot: 1 },
  { id: 'shorterPeriod', keys: [','], when: ['feed'], group: 'time', foot: 2 },
  { id: 'longerPeriod', keys: [';'], when: ['feed'], group: 'time', foot: 3 },
  { id: 'groups', keys: ['F'], when: ['fleet', 'values'], group: 'find' },
  { id: 'keepFilter', keys: ['K'], when: ['fleet'], group: 'find' },
  { id: 'silent', keys: ['Z'], when: ['fleet', 'values'], group: 'find' },
  { id: 'openGroup', keys: ['enter'], when: ['groups'], group: 'open', foot: 1 },
  { id: 'dropQuery', keys: ['x', 'delete'], when: ['groups'], group: 'find', foot: 2 },
  { id: 'openSilent', keys: ['enter'], when: ['silent'], group: 'open', foot: 1 },
  { id: 'fieldValues', keys: ['f'], when: ['sections', 'details'], group: 'find' },
  { id: 'openFieldValue', keys: ['enter'], when: ['fieldValues'], group: 'open', foot: 1 },
  { id: 'packages', keys: ['P'], when: ['fleet', 'values'], group: 'find' },
  { id: 'openPackage', keys: ['enter'], when: ['packages'], group: 'open', foot: 1 },
  { id: 'order', keys: ['s'], when: ['packages'], group: 'find', foot: 2 },
  { id: 'openVersion', keys: ['enter'], when: ['versions'], group: 'open', foot: 1 },
  { id: 'openBearer', keys: ['enter'], when: ['bearers'], group: 'open', foot: 1 },
  { id: 'feed', keys: ['E'], when: ['fleet', 'values', 'machine'], group: 'time' },
  { id: 'setMark', keys: ['m'], when: ['any'], group: 'open' },
  { id: 'goMark', keys: ['M'], when: ['any'], group: 'open' },
  { id: 'timeline', keys: ['t'], when: ['sections'], group: 'open', foot: 4 },
  { id: 'zoom', keys: ['z'], when: ['fleet', 'machine'], group: 'open' },

  { id: 'dayBack', keys: ['<'], when: ['timed'], group: 'time' },
  { id: 'dayOn', keys: ['>'], when: ['timed'], group: 'time' },
  { id: 'goToDate', keys: ['t'], when: ['timed'], group: 'time', foot: 4 },
  { id: 'olderSnapshot', keys: ['<'], when: ['machine'], group: 'time' },
  { id: 'newerSnapshot', keys: ['>'], when: ['machine'], group: 'time' },
  { id: 'toNow', keys: ['T'], when: ['any'], group: 'time' },

  { id: 'collect', keys: ['i'], when: ['any'], group: 'open' },
  { id: 'stopCollecting', keys: ['x'], when: ['collecting'], group: 'open', foot: 1 },
  { id: 'openCollected', keys: ['enter'], when: ['collected'], group: 'open', foot: 1 },
  { id: 'compareCollected', keys: ['d'], when: ['collected'], group: 'open', foot: 2 },
  { id: 'leave', keys: ['y', 'o', 'q'], when: ['leaving'], group: 'entry', foot: 1 },
  { id: 'close', keys: ['escape', 'n'], when: ['leaving'], group: 'entry', foot: 7 },

  { id: 'lab', keys: ['X'], when: ['any'], group: 'open' },
  { id: 'fill', keys: ['space'], when: ['lab'], group: 'open', foot: 1 },
  { id: 'sheet', keys: ['o', 'enter'], when: ['lab'], group: 'open', foot: 1 },
  { id: 'moreAgents', keys: ['p'], when: ['lab'], group: 'open', foot: 2 },
  { id: 'fewerAgents', keys: ['P'], when: ['lab'], group: 'open', foot: 3 },

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
  { id: 'hardwareTab', keys: ['&'], when: ['tabBar'], group: 'tabs' },
  { id: 'systemTab', keys: ['é'], when: ['tabBar'], group: 'tabs' },
  { id: 'softwareTab', keys: ['"'], when: ['tabBar'], group: 'tabs' },
  { id: 'networkTab', keys: ["'"], when: ['tabBar'], group: 'tabs' },
  { id: 'peripheralsTab', keys: ['('], when: ['tabBar'], group: 'tabs' },
  { id: 'securityTab', keys: ['-', '§'], when: ['tabBar'], group: 'tabs' },
  { id: 'timeTab', keys: ['è'], when: ['tabBar'], group: 'tabs' },
  { id: 'rawTab', keys: ['_', '!'], when: ['tabBar'], group: 'tabs' },

  { id: 'select', keys: ['space'], when: ['fleet'], group: 'compare', foot: 3 },
  { id: 'range', keys: ['V'], when: ['fleet'], group: 'compare' },
  { id: 'extendDown', keys: ['shift-down'], when: ['fleet'], group: 'compare' },
  { id: 'extendUp', keys: ['shift-up'], when: ['fleet'], group: 'compare' },
  { id: 'selectAll', keys: ['ctrl-a'], when: ['fleet'], group: 'compare' },
  { id: 'invert', keys: ['*'], when: ['fleet'], group: 'compare' },
  { id: 'compareWith', keys: ['d'], when: ['fleet', 'sections', 'raw'], group: 'compare', foot: 2 },
  { id: 'againstPast', keys: ['p', 'd', 'enter'], when: ['against'], group: 'compare' },
  { id: 'againstMachine', keys: ['m'], when: ['against'], group: 'compare' },
  { id: 'againstBaseline', keys: ['b'], when: ['against'], group: 'compare' },
  { id: 'pickMachine', keys: ['enter'], when: ['pick'], group: 'entry', foot: 1 },
  { id: 'pickBaseline', keys: ['enter'], when: ['baselines'], group: 'entry', foot: 1 },
  { id: 'saveBaseline', keys: ['enter'], when: ['naming'], group: 'entry', foot: 1 },
  { id: 'setBaseline', keys: ['b'], when: ['fleet', 'sections', 'raw', 'timeline'], group: 'compare' },
  { id: 'compareBaseline', keys: ['B'], when: ['fleet', 'sections', 'raw', 'timeline'], group: 'compare' },
  { id: 'consensus', keys: ['C'], when: ['fleet', 'sections', 'raw', 'timeline'], group: 'compare' },
  { id: 'doubles', keys: ['D'], when: ['fleet'], group: 'compare' },
  { id: 'markSnapshot', keys: ['space'], when: ['timeline'], group: 'compare', foot: 2 },
  { id: 'compareSnapshots', keys: ['d'], when: ['timeline'], group: 'compare', foot: 3 },
  { id: 'nextDifference', keys: ['n'], when: ['compare'], group: 'compare', foot: 1 },
  { id: 'previousDifference', keys: ['N'], when: ['compare'], group: 'compare' },
  { id: 'cycleFilter', keys: ['='], when: ['compare'], group: 'compare', foot: 2 },
  { id: 'swap', keys: ['x'], when: ['compare'], group: 'compare', foot: 3 },
  { id: 'stack', keys: ['z'], when: ['compare'], group: 'compare', foot: 5 },
  { id: 'wrap', keys: ['w'], when: ['compare'], group: 'compare' },
  { id: 'reveal', keys: ['v'], when: ['masked'], group: 'find', foot: 6 },

  { id: 'filter', keys: ['/'], when: ['any'], group: 'find', foot: 5 },
  { id: 'nextMatch', keys: ['n'], when: ['sought'], group: 'find' },
  { id: 'previousMatch', keys: ['N'], when: ['sought'], group: 'find' },
  { id: 'previousColumn', keys: ['left', 'h'], when: ['fleet'], group: 'find' },
  { id: 'nextColumn', keys: ['right', 'l'], when: ['fleet'], group: 'find' },
  { id: 'sort', keys: ['s'], when: ['fleet'], group: 'find', foot: 6 },
  { id: 'sortMore', keys: ['S'], when: ['fleet'], group: 'find' },
  { id: 'reverse', keys: ['r'], when: ['fleet'], group: 'find' },
  { id: 'columns', keys: ['c'], when: ['fleet'], group: 'find', foot: 7 },
  { id: 'values', keys: ['f'], when: ['fleet'], group: 'find', foot: 8 },

  { id: 'undo', keys: ['u'], when: ['any'], group: 'find' },

  { id: 'copy', keys: ['y'], when: ['any'], group: 'take' },
  { id: 'copyValue', keys: ['v'], when: ['copy'], group: 'take' },
  { id: 'copyRow', keys: ['r'], when: ['copy'], group: 'take' },
  { id: 'copyTable', keys: ['t'], when: ['copy'], group: 'take' },
  { id: 'copyPath', keys: ['p'], when: ['copy'], group: 'take' },
  { id: 'copyJson', keys: ['j'], when: ['copy'], group: 'take' },
  { id: 'export', keys: ['e'], when: ['any'], group: 'take', foot: 9 },
  { id: 'exportCsv', keys: ['c'], when: ['export'], group: 'take' },
  { id: 'exportJson', keys: ['j'], when: ['export'], group: 'take' },
  { id: 'exportHtml', keys: ['h'], when: ['export'], group: 'take' },
  { id: 'exportText', keys: ['t'], when: ['export'], group: 'take' },
  { id: 'exportSvg', keys: ['s'], when: ['export'], group: 'take' },
  { id: 'dump', keys: ['ctrl-l'], when: ['any'], group: 'take' },

  { id: 'down', keys: ['down', 'j'], when: ['list', 'sort', 'columns', 'account', 'baselines', 'help'], group: 'move' },
  { id: 'up', keys: ['up', 'k'], when: ['list', 'sort', 'columns', 'account', 'baselines', 'help'], group: 'move' },
  { id: 'down', keys: ['down'], when: ['pick'], group: 'entry' },
  { id: 'earlierFilter', keys: ['up'], when: ['filter'], group: 'entry', foot: 3 },
  { id: 'laterFilter', keys: ['down'], when: ['filter'], group: 'entry' },
  { id: 'up', keys: ['up'], when: ['pick'], group: 'entry' },
  { id: 'pageDown', keys: ['page-down', 'ctrl-d'], when: ['list', 'help'], group: 'move' },
  { id: 'pageUp', keys: ['page-up', 'ctrl-u'], when: ['list', 'help'], group: 'move' },
  { id: 'first', keys: ['g', 'home'], when: ['list'], group: 'move' },
  { id: 'last', keys: ['G', 'end'], when: ['list'], group: 'move' },

  { id: 'help', keys: ['?', 'f1'], when: ['any'], group: 'program', foot: 10 },
  { id: 'palette', keys: [':', 'ctrl-p'], when: ['any'], group: 'program', foot: 11 },
  { id: 'language', keys: ['L'], when: ['any'], group: 'program' },
  { id: 'mouse', keys: ['f2'], when: ['any'], group: 'program' },
  { id: 'reload', keys: ['R', 'f5', 'ctrl-r'], when: ['any'], group: 'program' },
  { id: 'quit', keys: ['q'], when: ['any'], group: 'program', foot: 7 },
];

/** The bindings that hold where a person is. */
export function bindingsIn(contexts: ReadonlySet<Context>): readonly Binding[] {
  return keymap.filter(({ when }) => when.some((context) => contexts.has(context)));
}

export type SheetCommandId = keyof Messages['sheet']['commands'];
export type SheetContext = keyof Messages['sheet']['contexts'];

export interface SheetBinding extends Binding<SheetCommandId, SheetContext> {
  /** What is typed in its place where the sheet is filled line by line. */
  readonly plain?: string;
}

/** The keys of the sheet that is filled by hand: a field takes all that can be typed. */
export const sheetKeymap: readonly SheetBinding[] = [
  { id: 'next', keys: ['enter', 'down', 'tab'], when: ['field'], group: 'entry', plain: '', foot: 1 },
  { id: 'previous', keys: ['up', 'shift-tab'], when: ['field'], group: 'entry', plain: '<' },
  { id: 'unknown', keys: ['ctrl-n'], when: ['field'], group: 'entry', plain: '?', foot: 2 },
  { id: 'pause', keys: ['ctrl-p'], when: ['field'], group: 'entry', plain: ':p', foot: 3 },
  { id: 'undo', keys: ['ctrl-r'], when: ['field'], group: 'entry', plain: ':u', foot: 5 },
  { id: 'platform', keys: ['ctrl-o'], when: ['field'], group: 'entry', plain: ':o', foot: 6 },
  { id: 'leave', keys: ['escape', 'ctrl-c'], when: ['field', 'pause'], group: 'program', plain: ':q', foot: 4 },
  { id: 'help', keys: ['f1'], when: ['field'], group: 'program', plain: ':h', foot: 7 },
  { id: 'goOn', keys: ['enter'], when: ['pause'], group: 'entry', plain: '', foot: 1 },
  { id: 'later', keys: ['enter', 'ctrl-c'], when: ['leave'], group: 'program', plain: '', foot: 1 },
  { id: 'finish', keys: ['f'], when: ['leave'], group: 'program', plain: ':f', foot: 2 },
  { id: 'stay', keys: ['escape'], when: ['leave'], group: 'program', plain: '<', foot: 3 },
  { id: 'quit', keys: ['enter', 'escape', 'ctrl-c'], when: ['finished'], group: 'program', plain: '', foot: 1 },
  { id: 'reopen', keys: ['r'], when: ['finished'], group: 'program', plain: ':r', foot: 2 },
  { id: 'close', keys: ['escape', 'f1', 'enter', 'q', 'ctrl-c'], when: ['help'], group: 'program', plain: '', foot: 1 },
  { id: 'suspend', keys: ['ctrl-z'], when: ['field', 'pause', 'leave', 'finished', 'help'], group: 'program' },
];

/** A key as it is written for people: `Enter`, `Ctrl-P`, `q`. */
export function keyLabel(texts: Texts, key: string): string {
  if (Object.hasOwn(texts.keys, key)) return texts.keys[key as keyof Texts['keys']];
  return key.replace(/^ctrl-(.)$/, (_, letter: string) => `Ctrl-${letter.toUpperCase()}`).replace(/^f(\d+)$/, 'F$1');
}
