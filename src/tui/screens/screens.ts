import type { Route } from '../routes.ts';
import { bearersScreen } from './bearers.ts';
import { changeScreen } from './change.ts';
import { collectScreen } from './collect.ts';
import { compareScreen } from './compare.ts';
import { consensusScreen } from './consensus.ts';
import { detailsScreen } from './details.ts';
import { doublesScreen } from './doubles.ts';
import { feedScreen } from './feed.ts';
import { fieldValuesScreen } from './field-values.ts';
import { fleetScreen } from './fleet.ts';
import { groupsScreen } from './groups.ts';
import { holdersScreen } from './holders.ts';
import { labScreen } from './lab.ts';
import { machineScreen } from './machine.ts';
import { packagesScreen } from './packages.ts';
import type { Screen } from './screen.ts';
import { sheetScreen } from './sheet.ts';
import { silentScreen } from './silent.ts';
import { valuesScreen } from './values.ts';
import { versionsScreen } from './versions.ts';

/** Every screen by the name of its route: one that is missing does not compile. */
const screens: { readonly [S in Route['screen']]: Screen<Extract<Route, { screen: S }>> } = {
  fleet: fleetScreen,
  values: valuesScreen,
  machine: machineScreen,
  details: detailsScreen,
  compare: compareScreen,
  change: changeScreen,
  lab: labScreen,
  sheet: sheetScreen,
  consensus: consensusScreen,
  holders: holdersScreen,
  doubles: doublesScreen,
  collect: collectScreen,
  feed: feedScreen,
  packages: packagesScreen,
  versions: versionsScreen,
  bearers: bearersScreen,
  groups: groupsScreen,
  silent: silentScreen,
  fieldValues: fieldValuesScreen,
};

export function screenOf(route: Route): Screen<Route> {
  // The table pairs each screen with its own route, which the compiler cannot see through the union.
  return screens[route.screen] as Screen<Route>;
}
