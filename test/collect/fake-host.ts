import { commandLine } from '../../src/collect/command-line.ts';
import { ParcoursError } from '../../src/model/errors.ts';
import type { FileStat, Host, HostAddress, HostFacts, Space } from '../../src/model/host.ts';

export interface FakeMachine {
  /** Content by path. Folders are where files, links and stats lie below them. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly links?: Readonly<Record<string, string>>;
  readonly stats?: Readonly<Record<string, Partial<FileStat>>>;
  readonly spaces?: Readonly<Record<string, Space>>;
  readonly addresses?: readonly HostAddress[];
  /** Paths that only root may read. */
  readonly forbidden?: readonly string[];
  readonly answers?: Readonly<Record<string, string | Uint8Array>>;
  readonly runs?: Readonly<Record<string, string>>;
  readonly portable?: Readonly<Record<string, unknown>>;
  readonly facts?: Partial<HostFacts>;
}

/** Short, so that what spans two pieces is met in tests. */
const PIECE = 100;

const facts: HostFacts = {
  platform: 'linux',
  hostName: 'pc1',
  machine: 'x86_64',
  release: '6.1.0-37-amd64',
  userId: 0,
  environment: {},
  now: () => Date.UTC(2026, 10, 23, 18),
  timezoneOffset: () => 0,
};

/** A machine that exists in the test alone. */
export function fakeHost(machine: FakeMachine): Host {
  const { files = {}, links = {}, stats = {}, spaces = {}, addresses = [], answers = {}, runs = {} } = machine;
  const paths = [...Object.keys(files), ...Object.keys(links), ...Object.keys(stats)];
  return {
    facts: { ...facts, ...machine.facts },
    async read(path) {
      if (machine.forbidden?.includes(path)) throw new ParcoursError('permission', `${path} may not be read`);
      return bytes(files[path]);
    },
    async *chunks(path) {
      const content = await this.read(path);
      for (let at = 0; content && at < content.length; at += PIECE) yield content.subarray(at, at + PIECE);
    },
    async list(path) {
      const below = paths.filter((candidate) => candidate.startsWith(`${path}/`));
      const names = new Set(below.map((candidate) => candidate.slice(path.length + 1).split('/')[0] ?? ''));
      return names.size > 0 ? [...names] : undefined;
    },
    link: async (path) => links[path],
    async stat(path) {
      const exists =
        stats[path] ?? (paths.some((known) => known === path || known.startsWith(`${path}/`)) ? {} : undefined);
      return exists && { size: 0, modifiedAt: 0, directory: false, ...exists };
    },
    space: async (path) => spaces[path],
    addresses: async () => addresses,
    get: async (socket, path) => bytes(answers[`${socket} ${path}`]),
    async run(program, args) {
      const output = bytes(runs[commandLine(program, args)]);
      return output && { output, exitCode: 0 };
    },
    remembered: (_name, _stamp, work) => work(),
    portable: async (name) => machine.portable?.[name],
  };
}

function bytes(content: string | Uint8Array | undefined): Uint8Array | undefined {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}
