import { join } from 'node:path';
import { type Digest, sha256 } from '../model/canonical.ts';

/** Version of the layout, written to `parcours.json`; a newer one is refused. */
export const LAYOUT_VERSION = 1;

/** Stable content of a section longer than this, in characters of canonical JSON, is kept as a blob of its own. */
export const INLINE_LIMIT = 4096;

export const FOLDER_MODE = 0o700;
export const FILE_MODE = 0o600;

/** Where everything lies in a store. */
export interface Layout {
  readonly root: string;
  readonly settings: string;
  readonly machines: string;
  readonly history: string;
  readonly sections: string;
  readonly index: string;
  readonly fleet: string;
  readonly quarantine: string;
  readonly lock: string;
  readonly socket: string;
}

export function layoutOf(root: string): Layout {
  return {
    root,
    settings: join(root, 'parcours.json'),
    machines: join(root, 'machines'),
    history: join(root, 'history'),
    sections: join(root, 'sections'),
    index: join(root, 'index'),
    fleet: join(root, 'index', 'fleet.json'),
    quarantine: join(root, 'quarantine'),
    lock: join(root, 'lock'),
    socket: join(root, 'writer.sock'),
  };
}

/** Name of the files of a machine. Never the id itself: ids come from the network. */
export function fileKey(id: string): Digest {
  return sha256(id);
}

export function machinePath(layout: Layout, key: Digest): string {
  return join(layout.machines, `${key}.json`);
}

export function historyPath(layout: Layout, key: Digest): string {
  return join(layout.history, `${key}.ndjson`);
}

export function blobPath(layout: Layout, digest: Digest): string {
  return join(layout.sections, digest.slice(0, 2), `${digest}.json.z`);
}
