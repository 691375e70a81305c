import type { Host, RunLimits } from '../model/host.ts';
import { commandLine } from './command-line.ts';

/** The same host, and what of it answered: paths, `program argument …`, `socket path`, names of functions. */
export function tracedHost(host: Host): { readonly host: Host; readonly answered: ReadonlySet<string> } {
  const answered = new Set<string>();
  async function noting<T>(name: string, work: Promise<T | undefined>): Promise<T | undefined> {
    const answer = await work;
    if (answer !== undefined) answered.add(name);
    return answer;
  }
  const traced: Host = {
    ...host,
    read: (path) => noting(path, host.read(path)),
    async *chunks(path) {
      for await (const chunk of host.chunks(path)) {
        answered.add(path);
        yield chunk;
      }
    },
    list: (path) => noting(path, host.list(path)),
    link: (path) => noting(path, host.link(path)),
    stat: (path) => noting(path, host.stat(path)),
    addresses: async () => (await noting('getifaddrs(3)', host.addresses())) ?? [],
    space: (path) => noting(`statfs ${path}`, host.space(path)),
    get: (socket, path, question) => noting(`${socket} ${path}`, host.get(socket, path, question)),
    run: (program, args, limits) => noting(runName(program, args, limits), host.run(program, args, limits)),
    portable: (name) => noting(`systeminformation ${name}`, host.portable(name)),
  };
  return { host: traced, answered };
}

function runName(program: string, args: readonly string[], { part }: RunLimits): string {
  // Windows has its programs by their full path, which says no more.
  return part === undefined ? commandLine(program, args) : `${program.split('\\').at(-1)} ${part}`;
}

/** The same host, and of its files, folders and programs that are not there the one that was asked for first. */
export function watchMissing(host: Host): { readonly host: Host; firstMissing(): string | undefined } {
  let asked = 0;
  let first: { readonly turn: number; readonly path: string } | undefined;
  function noting<T>(path: string, work: Promise<T | undefined>): Promise<T | undefined> {
    const turn = asked++;
    return work.then((answer) => {
      // Of several that are asked for at once, any may answer first.
      if (answer === undefined && (first === undefined || turn < first.turn)) first = { turn, path };
      return answer;
    });
  }
  const watched: Host = {
    ...host,
    read: (path) => noting(path, host.read(path)),
    list: (path) => noting(path, host.list(path)),
    stat: (path) => noting(path, host.stat(path)),
    run: (program, args, limits) => noting(program, host.run(program, args, limits)),
  };
  return { host: watched, firstMissing: () => first?.path };
}
