import { homedir } from 'node:os';
import { posix, resolve, win32 } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where everything lies: the system's folders for root and administrators, XDG's or %LOCALAPPDATA% for a user. */
export interface Places {
  readonly store: string;
  /** Device id, and what was agreed with each server. */
  readonly agent: string;
  readonly tour: string;
  /** The exercise of the lab. */
  readonly lab: string;
  /** What the explorer remembers. */
  readonly explorer: string;
  readonly configuration: string;
}

/** `userId` 0 is root, or an administrator of Windows. */
export function placesOf(environment: Environment, userId: number | undefined, platform: NodeJS.Platform): Places {
  const places =
    platform === 'win32' ? windowsPlaces(environment, userId === 0) : unixPlaces(environment, userId === 0);
  const store = environment['PARCOURS_STORE'];
  return store ? { ...places, store: resolve(store) } : places;
}

/** Folder of the machine's own configuration, whoever asks. */
export function machineFolder(environment: Environment, platform: NodeJS.Platform): string {
  return platform === 'win32' ? programData(environment) : '/etc/parcours';
}

/** What an administrator runs is the machine's: a folder of all users is none that the service may go by. */
function windowsPlaces(environment: Environment, isAdministrator: boolean): Places {
  const { join } = win32;
  const own = join(environment['LOCALAPPDATA'] || join(homeOnWindows(environment), 'AppData', 'Local'), 'parcours');
  const base = isAdministrator ? programData(environment) : own;
  return {
    store: join(base, 'store'),
    agent: join(base, 'agent'),
    tour: join(own, 'tour'),
    lab: join(own, 'lab'),
    explorer: join(own, 'explorer.json'),
    configuration: join(base, 'parcours.cfg'),
  };
}

function programData(environment: Environment): string {
  return win32.join(environment['ProgramData'] || 'C:\\ProgramData', 'parcours');
}

/** HOME is a thing of shells from elsewhere. */
function homeOnWindows(environment: Environment): string {
  return environment['USERPROFILE'] || homedir();
}

function unixPlaces(environment: Environment, isRoot: boolean): Places {
  const { join } = posix;
  const home = environment['HOME'] || homedir();
  const data = join(absolute(environment['XDG_DATA_HOME']) ?? join(home, '.local', 'share'), 'parcours');
  const state = join(absolute(environment['XDG_STATE_HOME']) ?? join(home, '.local', 'state'), 'parcours');
  const config = join(absolute(environment['XDG_CONFIG_HOME']) ?? join(home, '.config'), 'parcours');
  return {
    store: join(isRoot ? '/var/lib/parcours' : data, 'store'),
    agent: join(isRoot ? '/var/lib/parcours' : state, 'agent'),
    tour: join(data, 'tour'),
    lab: join(data, 'lab'),
    explorer: join(state, 'explorer.json'),
    configuration: join(isRoot ? '/etc/parcours' : config, 'parcours.cfg'),
  };
}

/** Where an OCS Unix agent has its configuration, first one first, and its state. OCS protocol section 10.1. */
export function ocsPlacesOf(environment: Environment): {
  readonly config: readonly string[];
  readonly state: readonly string[];
} {
  const own = posix.join(environment['HOME'] || homedir(), '.ocsinventory');
  return {
    config: ['/etc/ocsinventory', '/usr/local/etc/ocsinventory', '/etc/ocsinventory-agent', own],
    state: ['/var/lib/ocsinventory-agent', posix.join(own, 'var')],
  };
}

/** The XDG specification says that a relative path is to be ignored. */
function absolute(path: string | undefined): string | undefined {
  return path?.startsWith('/') ? path : undefined;
}
