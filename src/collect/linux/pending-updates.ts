import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import { DAY } from '../../model/time.ts';
import type { Collected, Collector } from '../collector.ts';
import { APT_LISTS, type AptList, readAptLists } from '../sources/apt-lists.ts';
import { type AptUpdate, findAptUpdates } from '../sources/apt-updates.ts';
import { parseDpkgStatus } from '../sources/dpkg-status.ts';
import { localTime } from '../sources/local-time.ts';
import { readText } from '../sources/text.ts';
import { findUpdateManager } from '../sources/update-managers.ts';

const STATUS = '/var/lib/dpkg/status';

/** Updates that wait, by the lists that apt fetched last: the network is not asked. */
export const linuxPendingUpdates: Collector<'security'> = {
  name: 'linux/pending-updates',
  section: 'security',
  platforms: ['linux'],
  async collect(host) {
    if (!(await host.stat(STATUS))) return unknownUpdates(host);
    const lists = await readAptLists(host);
    if (lists.length === 0) return { rows: [], missing: 'not-supported: apt has no package lists, run apt update' };
    const unread = lists.find(({ path }) => !/Packages(?:\.lz4)?$/.test(path));
    if (unread) return { rows: [], missing: `not-supported: ${unread.path}` };
    const { stamp, fetchedAt } = await stampOf(host, lists);
    const updates = await host.remembered('apt-updates', stamp, () => updatesOf(host, lists));
    return { rows: rowsOf(host, updates, fetchedAt) };
  },
};

/** No update named must not look like none that waits. */
async function unknownUpdates(host: Host): Promise<Collected<'security'> | undefined> {
  const manager = await findUpdateManager(host);
  if (!manager) return undefined;
  return { rows: [], missing: `not-supported: ${manager.name} alone knows which updates wait: run ${manager.ask}` };
}

async function updatesOf(host: Host, lists: readonly AptList[]): Promise<readonly AptUpdate[]> {
  return findAptUpdates(host, lists, parseDpkgStatus((await readText(host, STATUS)) ?? ''));
}

/** The lists move when apt fetches them, and the status when it installs: in between the answer stays. A list itself has
 * the time of its publication. */
async function stampOf(host: Host, lists: readonly AptList[]) {
  const stats = await Promise.all([STATUS, APT_LISTS, ...lists.map(({ path }) => path)].map((path) => host.stat(path)));
  const stamp = stats.map((file) => `${file?.size} ${file?.modifiedAt}`).join(' ');
  return { stamp, fetchedAt: Math.max(...stats.slice(1).map((file) => file?.modifiedAt ?? 0)) };
}

const STALE = 30 * DAY;
const MAX_NAMES = 20;

function rowsOf(host: Host, updates: readonly AptUpdate[], fetchedAt: number): readonly SectionRow<'security'>[] {
  const isStale = host.facts.now() - fetchedAt > STALE;
  const row = (name: string, found: readonly AptUpdate[]) => {
    // Old lists know of no new update.
    const state = found.length > 0 ? 'pending' : isStale ? 'unknown' : 'none';
    return present({ name, state, count: found.length, detail: detailOf(found), source: APT_LISTS });
  };
  const security = row(
    'security-updates',
    updates.filter((update) => update.security),
  );
  const lists = `lists of ${localTime(host, fetchedAt).slice(0, 10)}`;
  return [security, { ...row('pending-updates', updates), detail: lists }];
}

function detailOf(updates: readonly AptUpdate[]): string {
  const names = updates.slice(0, MAX_NAMES).map(({ name, version }) => `${name} ${version}`);
  return [...names, ...(updates.length > MAX_NAMES ? ['…'] : [])].join(', ');
}
