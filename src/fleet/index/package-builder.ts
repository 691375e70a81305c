import { type AnyRow, fieldValue } from '../../model/descriptor.ts';
import { compareTexts } from '../../model/order.ts';
import { compareVersions } from '../language/versions.ts';
import type { PackageValues, PackageVersion } from './packages.ts';
import type { Past } from './past.ts';
import { encodePosting, positionsOf } from './postings.ts';

/** A version of a package, while it is gathered. */
export interface Gathered {
  readonly name: string;
  readonly version: string;
  first: number;
  last: number;
  /** Places in the list of machines. */
  readonly holders: number[];
}

/** Gathers which machines have which packages; the order in which they are told of does not matter. */
export class PackageBuilder {
  readonly #byText = new Map<string, Gathered>();
  readonly #machines: { readonly id: string; readonly seq: number }[] = [];
  /** Machines of one room often have the very same rows. */
  readonly #known = new WeakMap<readonly AnyRow[], readonly Gathered[]>();

  /** Takes over what was kept, and adds the snapshots that came after it, by id. */
  seed(values: PackageValues, pasts: ReadonlyMap<string, readonly Past[]>): void {
    const former = new Map<string, Gathered[]>([...pasts.keys()].map((id) => [id, []]));
    this.keep(values, (id) => !pasts.has(id), former);
    // A history that is told from its beginning follows nothing.
    for (const [id, history] of pasts) this.add(id, history, history[0]?.was && former.get(id));
  }

  /** Takes over what was kept of some machines, and of all of them when packages were seen; `others` gathers the rest. */
  keep(
    { machines, names }: PackageValues,
    isKept: (id: string) => boolean,
    others: ReadonlyMap<string, Gathered[]> = new Map(),
  ): void {
    const places = machines.map(({ id, seq }) => (isKept(id) ? this.#machines.push({ id, seq }) - 1 : -1));
    for (const { name, versions } of names) {
      for (const { version, first, last, holders } of versions) {
        const kept = this.gathered(name, version);
        note(kept, first, last);
        for (const position of positionsOf(holders, machines.length)) {
          const place = places[position] ?? -1;
          if (place >= 0) kept.holders.push(place);
          else others.get(machines[position]?.id ?? '')?.push(kept);
        }
      }
    }
  }

  /** What a machine has, known otherwise than from its snapshots. */
  hold(id: string, seq: number, packages: Iterable<Gathered>): void {
    const place = this.#machines.push({ id, seq }) - 1;
    for (const { holders } of packages) holders.push(place);
  }

  /** The snapshots of a machine, oldest first, after a state that had the packages `before`. */
  add(id: string, pasts: readonly Past[], before: readonly Gathered[] = []): void {
    let packages = before;
    for (const { row, previousSeen, packages: rows } of pasts) {
      if (previousSeen) for (const one of packages) note(one, Number.POSITIVE_INFINITY, Date.parse(previousSeen));
      if (!rows) continue;
      packages = this.#packagesIn(rows);
      for (const one of packages) note(one, Date.parse(row.changedAt), 0);
    }
    this.hold(id, Math.max(0, ...pasts.map(({ row }) => row.snapshots)), packages);
  }

  values(): PackageValues {
    const order = [...this.#machines.entries()].sort(([, a], [, b]) => compareTexts(a.id, b.id));
    const positions = new Uint32Array(order.length);
    for (const [position, [place]] of order.entries()) positions[place] = position;
    const names = new Map<string, PackageVersion[]>();
    for (const one of this.#byText.values()) {
      const versions = names.get(one.name) ?? [];
      versions.push(versionOf(one, positions));
      names.set(one.name, versions);
    }
    return {
      machines: order.map(([, machine]) => machine),
      names: [...names]
        .map(([name, versions]) => ({ name, versions: versions.sort((a, b) => compareVersions(a.version, b.version)) }))
        .sort((a, b) => compareTexts(a.name, b.name)),
    };
  }

  /** Each package once, however many rows tell of it. */
  #packagesIn(rows: readonly AnyRow[]): readonly Gathered[] {
    const known = this.#known.get(rows);
    if (known) return known;
    const packages = new Set<Gathered>();
    for (const row of rows) {
      const name = fieldValue(row, 'name');
      if (name !== undefined) packages.add(this.gathered(String(name), String(fieldValue(row, 'version') ?? '')));
    }
    const found = [...packages];
    this.#known.set(rows, found);
    return found;
  }

  gathered(name: string, version: string): Gathered {
    const text = `${name}\0${version}`;
    const known = this.#byText.get(text);
    if (known) return known;
    const made: Gathered = { name, version, first: Number.POSITIVE_INFINITY, last: 0, holders: [] };
    this.#byText.set(text, made);
    return made;
  }
}

function note(one: Gathered, first: number, last: number): void {
  if (first < one.first) one.first = first;
  if (last > one.last) one.last = last;
}

function versionOf({ version, first, last, holders }: Gathered, positions: Uint32Array): PackageVersion {
  const sorted = Uint32Array.from(holders, (place) => positions[place] ?? 0).sort();
  return { version, first, last, holders: encodePosting([...sorted], positions.length), count: sorted.length };
}
