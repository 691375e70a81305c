import { type FSWatcher, watch } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Layout } from './layout.ts';
import { stampOf } from './stamp.ts';

/**
 * Calls back after machine files or settings changed. The system tells of changes; where it cannot, they are looked for
 * every second. Returns the way to stop. Does not keep the process alive.
 */
export function watchStore(layout: Layout, changed: () => void): () => void {
  const watcher = new StoreWatch(layout, changed);
  watcher.follow();
  return () => watcher.stop();
}

const POLL_MILLISECONDS = 1000;

class StoreWatch {
  readonly #layout: Layout;
  readonly #changed: () => void;
  readonly #follow = () => this.follow();
  #watchers: readonly FSWatcher[] = [];
  #timer: NodeJS.Timeout | undefined;
  #seen: string | undefined;
  #isLooking = false;
  #isMissed = false;
  #isStopped = false;

  constructor(layout: Layout, changed: () => void) {
    this.#layout = layout;
    this.#changed = changed;
  }

  /** Looks, and sees to it that it will be told again. What changes while it looks is looked at once more. */
  follow(): void {
    this.#isMissed = this.#isLooking;
    if (this.#isLooking || this.#isStopped) return;
    this.#isLooking = true;
    if (this.#watchers.length === 0) this.#watchers = this.#openWatchers();
    void this.#look()
      .catch(() => true)
      .then((isDeaf) => this.#rest(isDeaf));
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    this.#closeWatchers();
  }

  /** True where changes will have to be looked for. */
  async #look(): Promise<boolean> {
    const { machines, settings } = this.#layout;
    const [known, folder] = [this.#seen, await stampOf(machines)];
    this.#seen = `${folder} ${await stampOf(settings)}`;
    if (known !== undefined && known !== this.#seen && !this.#isStopped) this.#changed();
    if (folder === undefined) this.#closeWatchers();
    return this.#watchers.length === 0 || !(await tellsOfAll(machines));
  }

  #rest(isDeaf: boolean): void {
    this.#isLooking = false;
    clearTimeout(this.#timer);
    if (this.#isMissed) this.follow();
    else if (isDeaf && !this.#isStopped) this.#timer = setTimeout(this.#follow, POLL_MILLISECONDS).unref();
  }

  /** One for machine files, one for settings and for the folder of machine files itself; none where one cannot be had. */
  #openWatchers(): readonly FSWatcher[] {
    const { machines, root } = this.#layout;
    const opened: FSWatcher[] = [];
    try {
      opened.push(watch(machines, { persistent: false }, this.#follow));
      opened.push(watch(root, { persistent: false }, (_, name) => this.#followRoot(name)));
      for (const watcher of opened) watcher.on('error', () => this.#closeWatchers());
      return opened;
    } catch {
      for (const watcher of opened) watcher.close();
      return [];
    }
  }

  /** A folder that was put in the place of another is watched anew. */
  #followRoot(name: string | null): void {
    if (name === basename(this.#layout.machines)) this.#closeWatchers();
    this.follow();
  }

  #closeWatchers(): void {
    for (const watcher of this.#watchers) watcher.close();
    this.#watchers = [];
  }
}

/** Linux knows of all that is written to a file system of its own; not of what other machines write to a shared one. */
async function tellsOfAll(folder: string): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  const { type } = await statfs(folder);
  return OWN_FILE_SYSTEMS.has(type);
}

/** statfs(2): ext2 to ext4, XFS, Btrfs, F2FS, tmpfs, overlayfs, ZFS. */
const OWN_FILE_SYSTEMS: ReadonlySet<number> = new Set([
  ...[0xef53, 0x58465342, 0x9123683e, 0xf2f52010, 0x01021994, 0x794c7630, 0x2fc12fc1],
]);
