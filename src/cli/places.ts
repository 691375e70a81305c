import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where everything lies: the system's folders for root, XDG's for a user. */
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

export function placesOf(environment: Environment, userId: number | undefined, platform: NodeJS.Platform): Places {
  const home = environment['HOME'] || homedir();
  const data = join(dataHome(environment, home, platform), 'parcours');
  const system = systemFolder(environment, userId, platform);
  const state = absolute(environment['XDG_STATE_HOME']) ?? join(home, '.local', 'state');
  const store = environment['PARCOURS_STORE'];
  return {
    store: store ? resolve(store) : join(system ?? data, 'store'),
    agent: join(system ?? join(state, 'parcours'), 'agent'),
    tour: join(data, 'tour'),
    lab: join(data, 'lab'),
    explorer: join(state, 'parcours', 'explorer.json'),
    configuration: join(configurationFolder(environment, userId, platform, home), 'parcours.cfg'),
  };
}

/** Where an OCS Unix agent has its configuration, first one first, and its state. OCS protocol section 10.1. */
export function ocsPlacesOf(environment: Environment): {
  readonly config: readonly string[];
  readonly state: readonly string[];
} {
  const own = join(environment['HOME'] || homedir(), '.ocsinventory');
  return {
    config: ['/etc/ocsinventory', '/usr/local/etc/ocsinventory', '/etc/ocsinventory-agent', own],
    state: ['/var/lib/ocsinventory-agent', join(own, 'var')],
  };
}

function systemFolder(environment: Environment, userId: number | undefined, platform: NodeJS.Platform) {
  if (platform === 'win32') return join(environment['ProgramData'] ?? 'C:\\ProgramData', 'parcours');
  return userId === 0 ? '/var/lib/parcours' : undefined;
}

function configurationFolder(
  environment: Environment,
  userId: number | undefined,
  platform: NodeJS.Platform,
  home: string,
): string {
  if (userId === 0) return '/etc/parcours';
  const system = systemFolder(environment, userId, platform);
  return system ?? join(absolute(environment['XDG_CONFIG_HOME']) ?? join(home, '.config'), 'parcours');
}

function dataHome(environment: Environment, home: string, platform: NodeJS.Platform): string {
  if (platform === 'win32') return environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local');
  return absolute(environment['XDG_DATA_HOME']) ?? join(home, '.local', 'share');
}

/** The XDG specification says that a relative path is to be ignored. */
function absolute(path: string | undefined): string | undefined {
  return path?.startsWith('/') ? path : undefined;
}
