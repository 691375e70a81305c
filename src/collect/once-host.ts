import type { Host, PortableFunction, RunLimits } from '../model/host.ts';
import { commandLine } from './command-line.ts';

/** What several collectors look at: devices, processors, mounts, and the lists of names, which have over a megabyte. */
const SHARED = /^\/sys\/(?:block|bus|class|firmware)(?:\/|$)|^\/proc\/(?:cpuinfo|self\/mountinfo)$|\.ids$/;

/**
 * The same host for one run: such a source is read once, a program with its arguments is started once, and
 * systeminformation asked once; whoever asks, all are told the same. The limits of a program are those of who asks first.
 */
export function onceHost(host: Host): Host {
  const run = once(
    (program: string, args: readonly string[], _limits: RunLimits) => commandLine(program, args),
    (program, args, limits) => host.run(program, args, limits),
  );
  return {
    ...host,
    read: once(sharedPath, (path) => host.read(path)),
    list: once(sharedPath, (path) => host.list(path)),
    link: once(sharedPath, (path) => host.link(path)),
    run,
    portable: once(
      (name: PortableFunction) => name,
      (name) => host.portable(name),
    ),
  };
}

/** Undefined for a source that is read again for everyone who asks. */
function sharedPath(path: string): string | undefined {
  return SHARED.test(path) ? path : undefined;
}

function once<A extends readonly unknown[], T>(
  keyOf: (...asked: A) => string | undefined,
  work: (...asked: A) => Promise<T>,
): (...asked: A) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (...asked) => {
    const key = keyOf(...asked);
    if (key === undefined) return work(...asked);
    const answer = known.get(key) ?? work(...asked);
    known.set(key, answer);
    return answer;
  };
}
