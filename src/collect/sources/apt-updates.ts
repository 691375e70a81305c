import { posix } from 'node:path';
import { sha256 } from '../../model/canonical.ts';
import type { Host } from '../../model/host.ts';
import { type AptList, type AptOffer, findOffers } from './apt-lists.ts';
import { compareDebianVersions } from './debian-version.ts';
import type { DebPackage } from './dpkg-status.ts';
import { unpackLz4 } from './lz4.ts';

/** A package of which apt's lists have a newer version than the one installed. */
export interface AptUpdate {
  readonly name: string;
  readonly version: string;
  /** A repository for security updates has a newer version too. */
  readonly security: boolean;
}

type Installed = Pick<DebPackage, 'name' | 'version' | 'architecture'>;

interface Newest {
  readonly installed: Installed;
  ordinary?: string;
  security?: string;
  optional?: string;
}

/** What `apt upgrade` would offer, by apt's own lists; pins of preferences.d(5) are not looked at. In order of name. */
export async function findAptUpdates(
  host: Host,
  lists: readonly AptList[],
  packages: readonly Installed[],
): Promise<readonly AptUpdate[]> {
  const wanted = new Map<string, Newest[]>();
  for (const installed of packages) {
    wanted.set(installed.name, [...(wanted.get(installed.name) ?? []), { installed }]);
  }
  const names = sha256([...wanted.keys()].join(' '));
  for (const list of lists) addOffers(list, await offersIn(host, list, wanted, names), wanted);
  return [...wanted.values()]
    .flat()
    .flatMap(updateOf)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * The lists of a distribution have up to a hundred megabytes. What each gave is kept as soon as it is read, so that on
 * a slow or busy machine the next run goes on where the time of this one was up.
 */
async function offersIn(host: Host, { path }: AptList, wanted: ReadonlyMap<string, unknown>, names: string) {
  const { size, modifiedAt } = (await host.stat(path)) ?? {};
  return host.remembered(`apt-list-${posix.basename(path)}`, `${size} ${modifiedAt} ${names}`, () => {
    const chunks = path.endsWith('.lz4') ? unpackLz4(host.chunks(path)) : host.chunks(path);
    return findOffers(chunks, wanted);
  });
}

function addOffers({ security, optional }: AptList, offers: readonly AptOffer[], wanted: Map<string, Newest[]>): void {
  for (const { name, version, architecture } of offers) {
    for (const newest of wanted.get(name) ?? []) {
      if (!fits(architecture, newest.installed.architecture)) continue;
      if (optional) newest.optional = later(newest.optional, version);
      else newest.ordinary = later(newest.ordinary, version);
      if (security) newest.security = later(newest.security, version);
    }
  }
}

/** A package may move between an architecture and all of them. */
function fits(offered: string, installed: string): boolean {
  return offered === installed || offered === 'all' || installed === 'all';
}

function later(known: string | undefined, version: string): string {
  return known !== undefined && compareDebianVersions(known, version) >= 0 ? known : version;
}

/** What is optional counts where the installed version is newer than all else: it came from there. */
function updateOf({
  installed: { name, version: current },
  ordinary,
  security,
  optional,
}: Newest): readonly AptUpdate[] {
  const isNewer = (version: string | undefined) => version !== undefined && compareDebianVersions(version, current) > 0;
  const isOptional = ordinary === undefined || compareDebianVersions(current, ordinary) > 0;
  const version = isNewer(ordinary) ? ordinary : isOptional && isNewer(optional) ? optional : undefined;
  return version === undefined ? [] : [{ name, version, security: isNewer(security) }];
}
