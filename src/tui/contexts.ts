import { isRunning } from './collecting.ts';
import type { Context } from './keymap.ts';
import { currentRoute, type State } from './state.ts';

/** Where a person is: the overlay alone while there is one, since it owns all keys. */
export function contextsOf(state: State): ReadonlySet<Context> {
  return new Set<Context>(state.overlay ? [state.overlay.kind] : screenContexts(state));
}

/** Where a person is under the overlay. */
export function screenContexts(state: State): readonly Context[] {
  const route = currentRoute(state);
  const isOnTabs = route.screen === 'machine' && route.onTabs;
  const way: Context = route.screen === 'feed' ? 'feed' : 'history';
  const common: readonly Context[] = ['any', 'list', way, isOnTabs ? 'tabBar' : 'offTabs'];
  switch (route.screen) {
    case 'fleet':
      return [...common, 'timed', 'fleet', 'masked', 'sought'];
    case 'feed':
      return [...common, 'timed', 'masked', 'sought'];
    case 'packages':
      return [...common, 'timed', 'packages', 'sought'];
    case 'versions':
      return [...common, 'timed', 'versions', 'sought'];
    case 'groups':
      return [...common, 'timed', 'groups', 'sought'];
    case 'fieldValues':
      return [...common, 'timed', 'fieldValues', 'masked', 'sought'];
    case 'silent':
      return [...common, 'timed', 'silent', 'sought'];
    case 'bearers':
      return [...common, 'timed', 'bearers', 'sought'];
    case 'values':
      return [...common, 'timed', 'values', 'sought'];
    case 'machine':
      return [...common, 'machine', 'sought', ...tabContexts(route.tab)];
    case 'compare':
      return [...common, 'compare', 'masked'];
    case 'consensus':
      return [...common, 'timed', 'consensus', 'masked', 'sought'];
    case 'holders':
      return [...common, 'timed', 'holders', 'masked', 'sought'];
    case 'collect':
      return [...common, 'sought', isRunning(state) ? 'collecting' : 'collected'];
    case 'doubles':
      return [...common, 'timed', 'doubles', 'sought'];
    case 'lab':
      return [...common, 'lab', 'sought'];
    case 'sheet':
      return [...common, 'sought'];
    case 'details':
      return [...common, 'details', 'masked', 'sought'];
    case 'change':
      return [...common, 'masked', 'sought'];
  }
}

function tabContexts(tab: string): readonly Context[] {
  if (tab === 'time') return ['timeline'];
  if (tab === 'raw') return ['masked', 'raw'];
  return ['sections', 'masked'];
}
