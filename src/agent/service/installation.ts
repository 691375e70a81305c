import { ParcoursError } from '../../model/errors.ts';
import { readText } from '../files.ts';
import { under } from './files.ts';
import type { Schedule } from './schedule.ts';
import type { SchedulerName } from './schedulers.ts';

/** Where the service is, or is to be. */
export interface Site {
  /** Folder of the configuration, which also holds the record of the installation. */
  readonly folder: string;
  /** A scratch root: files go below it, and nothing is started. */
  readonly into?: string;
}

/** What an installation left on the machine, so that taking it away leaves nothing else and nothing of it. */
export interface Installation {
  readonly scheduler: SchedulerName;
  readonly schedule: Schedule;
  readonly command: readonly string[];
  /** ISO 8601 in UTC. */
  readonly installedAt: string;
  readonly stateFolder: string;
  /** The state came with the service: a run by hand had left none. */
  readonly ownsState: boolean;
  /** As on the machine, without the scratch root. */
  readonly files: readonly string[];
  /** Folders that were made, where they are, outermost first. */
  readonly folders: readonly string[];
}

export function recordPath({ folder }: Site): string {
  return `${folder}/service.json`;
}

/** Undefined where no service is installed. Fails with `bad-input` where its record is damaged. */
export async function loadInstallation(site: Site): Promise<Installation | undefined> {
  const path = under(site.into, recordPath(site));
  const text = await readText(path);
  if (text === undefined) return undefined;
  try {
    const found: unknown = JSON.parse(text);
    if (isInstallation(found)) return found;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new ParcoursError('bad-input', `${path} is damaged: run service install again, then service uninstall`);
}

function isInstallation(value: unknown): value is Installation {
  const found = (value ?? {}) as Partial<Record<keyof Installation, unknown>>;
  const texts = [found.scheduler, found.installedAt, found.stateFolder];
  const lists = [found.files, found.folders, found.command];
  return texts.every((text) => typeof text === 'string') && lists.every(Array.isArray);
}
