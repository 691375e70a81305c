/** The machine as collectors see it: the only way they reach files, sockets, programs and the clock. */
export interface Host {
  readonly facts: HostFacts;
  /** Content of a file; undefined where it is missing. Rejects with `permission` where it may not be read. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** The same a piece at a time, for what is too long to hold; each piece is only good until the next. */
  chunks(path: string): AsyncIterable<Uint8Array>;
  /** Names in a folder; undefined where it is missing. */
  list(path: string): Promise<readonly string[] | undefined>;
  /** Target of a symbolic link; undefined where there is none. */
  link(path: string): Promise<string | undefined>;
  stat(path: string): Promise<FileStat | undefined>;
  /** Size of the file system mounted at a path, in bytes; undefined where it does not answer in time. */
  space(path: string): Promise<Space | undefined>;
  addresses(): Promise<readonly HostAddress[]>;
  /** Body of an HTTP GET over a Unix socket, or of a POST that asks a question; undefined where nothing listens. */
  get(socket: string, path: string, question?: Question): Promise<Uint8Array | undefined>;
  /**
   * Standard output of a program; undefined where it is missing. Never a shell. Rejects with `time-budget` where it is
   * late, unless its beginning is wanted.
   */
  run(program: string, args: readonly string[], limits: RunLimits): Promise<RunResult | undefined>;
  /**
   * What a long piece of work gives: its answer of an earlier run where the stamp, of all that it reads, is the same.
   * The answer must be JSON.
   */
  remembered<T>(name: string, stamp: string, work: () => Promise<T>): Promise<T>;
  /** One function of systeminformation; undefined where it knows nothing. */
  portable(name: PortableFunction): Promise<unknown>;
}

/** What is asked of a service that wants to be asked by POST, such as CUPS. */
export interface Question {
  readonly type: string;
  readonly body: Uint8Array;
}

export interface HostFacts {
  readonly platform: NodeJS.Platform;
  readonly hostName: string;
  /** As `uname -m`: x86_64, aarch64 … */
  readonly machine: string;
  /** Kernel release, as `uname -r`. */
  readonly release: string;
  /** 0 is root; undefined on Windows. */
  readonly userId?: number;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The machine does not run: what its kernel would tell is not known. */
  readonly offline?: true;
  /** The clock, in milliseconds since 1970. */
  now(): number;
  /** Minutes to add to local time to get UTC, as Date#getTimezoneOffset, at that moment (default: now). */
  timezoneOffset(at?: number): number;
}

export interface FileStat {
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modifiedAt: number;
  /** Undefined where the file system does not know. */
  readonly createdAt?: number;
  readonly directory: boolean;
}

export interface Space {
  readonly total: number;
  readonly free: number;
}

export interface HostAddress {
  readonly interface: string;
  readonly address: string;
  readonly netmask: string;
  readonly family: 4 | 6;
  readonly mac: string;
  readonly internal: boolean;
}

export interface RunLimits {
  readonly milliseconds: number;
  readonly bytes: number;
  /** Whether what a program wrote until its time was up is an answer too. */
  readonly beginning?: true;
  /** What of the answer is wanted, where several share it: so that a source can be named. */
  readonly part?: string;
}

export interface RunResult {
  readonly output: Uint8Array;
  readonly exitCode: number;
  /** The program was ended: what it wrote may stop in the middle. */
  readonly late?: true;
}

/** The functions of systeminformation that are safe to call: its advisories rule the others out. */
export type PortableFunction =
  | 'system'
  | 'bios'
  | 'baseboard'
  | 'chassis'
  | 'cpu'
  | 'mem'
  | 'memLayout'
  | 'diskLayout'
  | 'blockDevices'
  | 'fsSize'
  | 'osInfo'
  | 'uuid'
  | 'graphics'
  | 'usb'
  | 'printer'
  | 'audio'
  | 'battery';
