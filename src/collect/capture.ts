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
  /** Files, folders, and sockets with their path, that may not be read. */
  readonly forbidden: readonly string[];
  /** Where the machine comes from: `by hand` for one that was written from the documentation. */
  readonly made?: string;
  /** Answers by socket and path, `/run/snapd.socket /v2/snaps`; to a POST in base64. */
  readonly answers: Readonly<Record<string, string>>;
  /** Standard output by command line; of a script that is given as an argument the first line stands for all. */
  readonly runs: Readonly<Record<string, string | CapturedRun>>;
  /** Answers that take long, by name. */
  readonly remembered: Readonly<Record<string, unknown>>;
  readonly portable: Readonly<Record<string, unknown>>;
}

/** The folder for what is too long for `host.json`. */
export const OUTPUTS = 'outputs';

export interface CapturedRun {
  /** Default: 0. */
  readonly exitCode?: number;
  readonly output?: string;
  /** Name of the file under `outputs/` that holds a long output as it was written, byte by byte. */
  readonly file?: string;
  readonly late?: true;
}

export interface CapturedFacts extends Omit<HostFacts, 'now' | 'timezoneOffset'> {
  readonly now: number;
  /** At the moment of the capture. */
  readonly timezoneOffset: number;
  /** IANA name, which tells the offset at other moments too. */
  readonly timezone?: string;
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
  remembered: {},
  portable: {},
};

export function nameOnDisk(path: string): string {
  return path.replaceAll(':', '%3A');
}

export function nameOnMachine(name: string): string {
  return name.replaceAll('%3A', ':');
}
