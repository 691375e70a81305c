import { expect, it } from 'vitest';
import { placesOf } from '../../src/cli/places.ts';

it('gives root the folders of the system', () => {
  const places = placesOf({ HOME: '/root' }, 0, 'linux');
  expect(places).toEqual({
    store: '/var/lib/parcours/store',
    agent: '/var/lib/parcours/agent',
    tour: '/root/.local/share/parcours/tour',
    lab: '/root/.local/share/parcours/lab',
    explorer: '/root/.local/state/parcours/explorer.json',
    configuration: '/etc/parcours/parcours.cfg',
  });
});

it('gives a user the folders of the XDG specification', () => {
  const environment = { HOME: '/home/lea', XDG_DATA_HOME: '/data', XDG_STATE_HOME: 'relative' };
  expect(placesOf(environment, 1000, 'linux')).toEqual({
    store: '/data/parcours/store',
    agent: '/home/lea/.local/state/parcours/agent',
    tour: '/data/parcours/tour',
    lab: '/data/parcours/lab',
    explorer: '/home/lea/.local/state/parcours/explorer.json',
    configuration: '/home/lea/.config/parcours/parcours.cfg',
  });
});

it('lets PARCOURS_STORE name the store', () => {
  expect(placesOf({ HOME: '/home/lea', PARCOURS_STORE: '/srv/fleet' }, 1000, 'linux').store).toBe('/srv/fleet');
});
