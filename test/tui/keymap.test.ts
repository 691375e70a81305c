import { expect, it } from 'vitest';
import { type Language, languages, messagesOf } from '../../src/i18n/language.ts';
import { screenContexts } from '../../src/tui/contexts.ts';
import { helpLines } from '../../src/tui/help-lines.ts';
import { type Binding, bindingsIn, type Context, keyLabel, keymap, sheetKeymap } from '../../src/tui/keymap.ts';
import { layoutOf } from '../../src/tui/layout.ts';
import { textOf } from '../../src/tui/line.ts';
import { paletteBindings } from '../../src/tui/palette.ts';
import { compareRoute, fleetRoute, machineRoute, type Route, tabs } from '../../src/tui/routes.ts';
import { initialState } from '../../src/tui/state.ts';

const spot = { id: 'x', seq: 'newest' } as const;
const group = { group: 'tag=x', name: 'x' };
const routes: readonly Route[] = [
  fleetRoute(),
  { screen: 'values', column: 'os', of: fleetRoute(), cursor: { index: 0, top: 0 } },
  ...tabs.map((tab) => machineRoute(spot, tab)),
  { ...machineRoute(spot), onTabs: true },
  { screen: 'details', spot, section: 'softwares', row: '', cursor: { index: 0, top: 0 } },
  { screen: 'feed', days: 7, filter: '', opened: new Set(), cursor: { index: 0, top: 0 } },
  { screen: 'packages', of: fleetRoute(), filter: '', order: 'name', cursor: { index: 0, top: 0 } },
  { screen: 'groups', cursor: { index: 0, top: 0 } },
  { screen: 'fieldValues', of: fleetRoute(), section: 'bios', field: 'model', cursor: { index: 0, top: 0 } },
  { screen: 'silent', of: fleetRoute(), cursor: { index: 0, top: 0 } },
  { screen: 'versions', of: fleetRoute(), filter: '', name: 'vlc', cursor: { index: 0, top: 0 } },
  { screen: 'bearers', of: fleetRoute(), filter: '', name: 'vlc', cursor: { index: 0, top: 0 } },
  compareRoute(spot, spot),
  { screen: 'consensus', of: group, pane: 'outliers', cursor: { index: 0, top: 0 } },
  { screen: 'holders', of: group, item: 0, cursor: { index: 0, top: 0 } },
  { screen: 'collect', cursor: { index: 0, top: 0 } },
  { screen: 'doubles', cursor: { index: 0, top: 0 } },
  { screen: 'change', before: spot, after: spot, section: 'softwares', change: 0, cursor: { index: 0, top: 0 } },
];

function stateAt(initial: Route, language: Language = 'en', size = { columns: 80, rows: 24 }) {
  return initialState({ language, size, now: 0, initial });
}

/** Where a person can be: each screen, and each overlay, which is alone. */
const places: readonly ReadonlySet<Context>[] = [
  ...routes.map((route) => new Set(screenContexts(stateAt(route)))),
  ...overlays().map((overlay) => new Set([overlay])),
];

function overlays(): readonly Context[] {
  const onScreens = new Set(routes.flatMap((route) => screenContexts(stateAt(route))));
  return [...new Set(keymap.flatMap(({ when }) => when))].filter((context) => !onScreens.has(context));
}

it('gives each key one meaning in one place', () => {
  const clashes = places.flatMap((contexts) => {
    const keys = bindingsIn(contexts).flatMap((binding) => binding.keys.map((key) => ({ key, id: binding.id })));
    return keys.filter(({ key }, index) => keys.findIndex((other) => other.key === key) !== index);
  });
  expect(clashes).toEqual([]);
});

it('needs no AltGr on a French keyboard', () => {
  const withAltGr = /^[~#{[|`\\^@\]}¤€]$/;
  const all: readonly Pick<Binding, 'keys'>[] = [...keymap, ...sheetKeymap];
  expect(all.filter(({ keys }) => keys.every((key) => withAltGr.test(key)))).toEqual([]);
});

it('gives each key and each word of the sheet one meaning in one place, and leaves a field all that types', () => {
  for (const context of new Set(sheetKeymap.flatMap(({ when }) => when))) {
    const here = sheetKeymap.filter(({ when }) => when.includes(context));
    const keys = here.flatMap((binding) => binding.keys);
    const words = here.flatMap(({ plain }) => plain ?? []);
    expect(new Set(keys).size, context).toBe(keys.length);
    expect(new Set(words).size, context).toBe(words.length);
    const takesText = context === 'field' || context === 'pause';
    if (takesText) expect(keys.filter((key) => [...key].length === 1)).toEqual([]);
  }
});

it.each(languages)('says in words what each key does and where, %s', (language) => {
  const { commands, contexts, groups } = messagesOf(language).tui;
  for (const { id, when, group } of keymap) {
    expect(commands[id].short, id).toMatch(/\S/);
    expect(commands[id].long, id).toMatch(/\S/);
    for (const context of when) expect(contexts[context], context).toMatch(/\S/);
    expect(groups[group]).toMatch(/\S/);
  }
});

it('reaches every binding from somewhere', () => {
  const reached = new Set<Binding>(places.flatMap((contexts) => bindingsIn(contexts)));
  expect(keymap.filter((binding) => !reached.has(binding))).toEqual([]);
});

it.each(languages)('cuts no label at 80 columns, %s', (language) => {
  for (const route of routes) {
    const state = stateAt(route, language);
    const foot = textOf(layoutOf(state).foot);
    expect(foot, route.screen).not.toContain('…');
    const help = helpLines(state, 80, 21).map(textOf);
    expect(help.filter((line) => line.includes('…'))).toEqual([]);
  }
  const texts = messagesOf(language).tui;
  for (const { id, keys } of keymap) {
    const palette = `  ${texts.commands[id].long} ${keys.map((key) => keyLabel(texts, key)).join(' ')} `;
    expect(palette.length, id).toBeLessThanOrEqual(80);
  }
});

it.each(languages)('shows the same keys in the help, the foot bar and the palette, %s', (language) => {
  const texts = messagesOf(language).tui;
  for (const route of routes) {
    const state = stateAt(route, language, { columns: 400, rows: 24 });
    const here = bindingsIn(new Set(screenContexts(state)));
    const help = helpLines(state, 400, 200).map(textOf).join('\n');
    const foot = textOf(layoutOf(state).foot);
    const offered = new Set(paletteBindings(state, '').map(({ id }) => id));
    for (const { id, keys, foot: rank } of here) {
      expect(help).toContain(texts.commands[id].long);
      if (rank !== undefined) expect(foot).toContain(`${keyLabel(texts, keys[0] ?? '')} ${texts.commands[id].short}`);
      if (id !== 'palette') expect(offered).toContain(id);
    }
  }
});
