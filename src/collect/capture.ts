import type { FileStat, HostAddress, HostFacts, Space } from '../model/host.ts';

/**
 * A machine on disk: files as they are under `root/`, and in `host.json` what a folder cannot hold.
 * A colon in a name is written `%3A`, because not every file system takes it.
 */
export interface Capture {
  readonly facts: CapturedFacts;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly links: Readonly<Record<string, string>>;
  readonly stats: Readonly<Record<string, FileStat>>;
  readonly spaces: Readonly<Record<string, Space>>;
  readonly addresses: readonly HostAddress[];
  /** Files and folders that may not be read. */
  readonly forbidden: readonly string[];
  /** Answers by socket and path, `/run/snapd.socket /v2/snaps`. */
  readonly answers: Readonly<Record<string, string>>;
  /** Standard output by command line. */
  readonly runs: Readonly<Record<string, string>>;
  readonly portable: Readonly<Record<string, unknown>>;
}

export interface CapturedFacts extends Omit<HostFacts, 'now' | 'timezoneOffset'> {
  readonly now: number;
  readonly timezoneOffset: number;
}

export const emptyCapture: Omit<Capture, 'facts'> = {
  lists: {},
  links: {},
  stats: {},
  spaces: {},
  addresses: [],
  forbidden: [],
  answers: {},
  runs: {},
  portable: {},
};

export function nameOnDisk(path: string): string {
  return path.replaceAll(':', '%3A');
}

export function nameOnMachine(name: string): string {
  return name.replaceAll('%3A', ':');
}
