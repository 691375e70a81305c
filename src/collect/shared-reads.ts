import type { Host } from '../model/host.ts';

/** What several collectors look at: devices, processors, mounts, and the lists of names, which have over a megabyte. */
const SHARED = /^\/sys\/(?:block|bus|class|firmware)(?:\/|$)|^\/proc\/(?:cpuinfo|self\/mountinfo)$|\.ids$/;

/** The same host for one run: such a source is read once, whoever asks, and all are told the same. */
export function sharedReads(host: Host): Host {
  return {
    ...host,
    read: once((path) => host.read(path)),
    list: once((path) => host.list(path)),
    link: once((path) => host.link(path)),
  };
}

function once<T>(work: (path: string) => Promise<T>): (path: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (path) => {
    if (!SHARED.test(path)) return work(path);
    const answer = known.get(path) ?? work(path);
    known.set(path, answer);
    return answer;
  };
}
