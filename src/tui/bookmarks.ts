import { FIRST_LINE } from './cursor.ts';
import { isFleetColumn } from './fleet-columns.ts';
import {
  type CompareFilter,
  compareFilters,
  compareRoute,
  consensusPanes,
  type FleetRoute,
  fleetRoute,
  machineRoute,
  type Route,
  type Side,
  type SortKey,
  type Spot,
  tabs,
} from './routes.ts';

/** The way to a screen: the last is shown. */
export type Way = readonly [Route, ...Route[]];

/** The screens that were given a letter. */
export type Bookmarks = Readonly<Record<string, Way>>;

/** As they are kept in a file: which machines were chosen is not. */
export function keptBookmarks(bookmarks: Bookmarks): unknown {
  return Object.fromEntries(Object.entries(bookmarks).map(([letter, way]) => [letter, way.map(keptRoute)]));
}

/** Only what is as expected: the file may be of another version, or edited by hand. A way ends where it is not known. */
export function bookmarksFrom(found: unknown): Bookmarks {
  if (typeof found !== 'object' || found === null) return {};
  return Object.fromEntries(
    Object.entries(found).flatMap(([letter, way]) => {
      const known = wayFrom(way);
      return known && /^[\p{L}\p{N}]$/u.test(letter) ? [[letter, known]] : [];
    }),
  );
}

function keptRoute({ cursor: _, ...route }: Route): object {
  const entries = Object.entries({
    ...route,
    ...('of' in route && 'screen' in route.of && { of: keptRoute(route.of) }),
  });
  return Object.fromEntries(entries.filter(([, value]) => !(value instanceof Set)));
}

function wayFrom(found: unknown): Way | undefined {
  const routes = (Array.isArray(found) ? found : []).map(routeFrom);
  const end = routes.indexOf(undefined);
  const [root, ...rest] = routes.slice(0, end < 0 ? undefined : end).filter((route) => route !== undefined);
  return root?.screen === 'fleet' ? [root, ...rest] : undefined;
}

type Found = Readonly<Record<string, unknown>>;

function routeFrom(found: unknown): Route | undefined {
  if (!isObject(found) || typeof found['screen'] !== 'string') return undefined;
  const screen = found['screen'];
  return Object.hasOwn(readers, screen) ? readers[screen as Route['screen']]?.(found) : undefined;
}

/** By screen, those that a letter outlasts the program for. */
const readers: Readonly<Partial<Record<Route['screen'], (found: Found) => Route | undefined>>> = {
  fleet: fleetFrom,
  values: ({ column, of }) =>
    isFleetColumn(column) && isObject(of)
      ? { screen: 'values', column, of: fleetFrom(of), cursor: FIRST_LINE }
      : undefined,
  machine: ({ spot, tab, filter }) => {
    const at = spotFrom(spot);
    const known = tabs.find((one) => one === tab);
    return at && known && { ...machineRoute(at, known), filter: textFrom(filter) };
  },
  compare: ({ before, after, filter }) => {
    const sides = [sideFrom(before), sideFrom(after)] as const;
    const shown = compareFilters.find((one): one is CompareFilter => one === filter) ?? 'all';
    return sides[0] && sides[1] && { ...compareRoute(sides[0], sides[1]), filter: shown };
  },
  consensus: ({ of, pane }) => {
    const side = sideFrom(of);
    const known = consensusPanes.find((one) => one === pane) ?? 'outliers';
    return side && 'group' in side ? { screen: 'consensus', of: side, pane: known, cursor: FIRST_LINE } : undefined;
  },
  doubles: () => ({ screen: 'doubles', cursor: FIRST_LINE }),
};

function fleetFrom({ column, filter, sort }: Found): FleetRoute {
  const usual = fleetRoute();
  const [first, ...rest] = (Array.isArray(sort) ? sort : []).filter(isSortKey);
  return {
    ...usual,
    column: isFleetColumn(column) ? column : usual.column,
    filter: textFrom(filter),
    sort: first ? [first, ...rest] : usual.sort,
  };
}

function isSortKey(found: unknown): found is SortKey {
  return isObject(found) && isFleetColumn(found['column']) && typeof found['descending'] === 'boolean';
}

function sideFrom(found: unknown): Side | undefined {
  if (isObject(found) && typeof found['group'] === 'string' && typeof found['name'] === 'string') {
    return { group: found['group'], name: found['name'] };
  }
  return spotFrom(found);
}

function spotFrom(found: unknown): Spot | undefined {
  if (!isObject(found) || typeof found['id'] !== 'string') return undefined;
  const { id, seq, baseline } = found;
  if (seq !== 'newest' && seq !== 'previous' && !(typeof seq === 'number' && Number.isInteger(seq))) return undefined;
  return typeof baseline === 'string' ? { id, seq, baseline } : { id, seq };
}

function textFrom(found: unknown): string {
  return typeof found === 'string' ? found : '';
}

function isObject(found: unknown): found is Found {
  return typeof found === 'object' && found !== null;
}
