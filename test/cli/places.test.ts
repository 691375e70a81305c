import { mkdtemp, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { machineFolder, placesOf } from '../../src/cli/places.ts';
import { mayList, ownUserId } from '../../src/cli/user-id.ts';

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

describe('on Windows', () => {
  const environment = {
    USERPROFILE: 'C:\\Users\\Hélène',
    LOCALAPPDATA: 'C:\\Users\\Hélène\\AppData\\Local',
    ProgramData: 'D:\\ProgramData',
  };

  it('gives a user his own folder', () => {
    const own = 'C:\\Users\\Hélène\\AppData\\Local\\parcours';
    expect(placesOf(environment, undefined, 'win32')).toEqual({
      store: `${own}\\store`,
      agent: `${own}\\agent`,
      tour: `${own}\\tour`,
      lab: `${own}\\lab`,
      explorer: `${own}\\explorer.json`,
      configuration: `${own}\\parcours.cfg`,
    });
  });

  it('gives an administrator, and the service, that of the machine', () => {
    expect(placesOf(environment, 0, 'win32')).toMatchObject({
      store: 'D:\\ProgramData\\parcours\\store',
      agent: 'D:\\ProgramData\\parcours\\agent',
      explorer: 'C:\\Users\\Hélène\\AppData\\Local\\parcours\\explorer.json',
      configuration: 'D:\\ProgramData\\parcours\\parcours.cfg',
    });
    expect(machineFolder(environment, 'win32')).toBe('D:\\ProgramData\\parcours');
    expect(machineFolder({}, 'win32')).toBe('C:\\ProgramData\\parcours');
    expect(machineFolder({}, 'linux')).toBe('/etc/parcours');
  });

  it('needs neither HOME nor LOCALAPPDATA, and goes by no HOME of a shell from elsewhere', () => {
    const places = placesOf({ USERPROFILE: 'C:\\Users\\Max', HOME: '/home/max' }, undefined, 'win32');
    expect(places.agent).toBe('C:\\Users\\Max\\AppData\\Local\\parcours\\agent');
  });
});

it('tells administrators of Windows by a folder that is closed to others', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'parcours-closed-'));
  expect(mayList(folder)).toBe(true);
  expect(mayList(join(folder, 'missing'))).toBe(false);
  await rmdir(folder);
  expect(ownUserId()).toBe(process.getuid?.());
});
