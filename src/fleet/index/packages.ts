import { foldText } from '../language/fold.ts';
import { isOrdered, type SoftwareQuestion } from '../language/match.ts';
import { compareToTyped } from '../language/versions.ts';
import { addPosting, isFull, type MachineSet, membersOf } from './postings.ts';

/** A version of a package, and its holders as positions in the list of machines. */
export interface PackageVersion {
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly first: number;
  /** When a machine was last seen with it that has another state now; 0 where there is none. */
  readonly last: number;
  readonly holders: Uint8Array;
  readonly count: number;
}

/** By name, in the order of the names. Versions in the order of packages managers. */
export interface PackageValues {
  /** Ids, in order, and the snapshot that was read of each. */
  readonly machines: readonly { readonly id: string; readonly seq: number }[];
  readonly names: readonly { readonly name: string; readonly versions: readonly PackageVersion[] }[];
}

/** How many machines have a package now, in any of so many versions. */
export interface PackageCount {
  readonly name: string;
  readonly versions: number;
  readonly machines: number;
}

/** Questions to the packages of the whole fleet, answered at once: nothing is read any more. */
export interface PackageIndex {
  readonly values: PackageValues;
  /** Ids of the machines that have what is asked for. */
  holders(question: SoftwareQuestion): ReadonlySet<string>;
  /** The packages that machines have now, by name, narrowed by a part of the name. */
  counts(part?: string): readonly PackageCount[];
}

export function packageIndex(values: PackageValues): PackageIndex {
  return new LoadedPackages(values);
}

class LoadedPackages implements PackageIndex {
  readonly values: PackageValues;
  readonly #folded: readonly string[];

  constructor(values: PackageValues) {
    this.values = values;
    this.#folded = values.names.map(({ name }) => foldText(name));
  }

  holders(question: SoftwareQuestion): ReadonlySet<string> {
    const found = this.#emptySet();
    for (const [at, { name, versions }] of this.values.names.entries()) {
      if (!this.#isAsked(question, at, name)) continue;
      for (const one of versions) if (hasVersion(one, question)) addPosting(found, one.holders, this.#size);
      if (isFull(found, this.#size)) break;
    }
    return new Set(membersOf(found).map((at) => this.values.machines[at]?.id ?? ''));
  }

  counts(part = ''): readonly PackageCount[] {
    const asked = foldText(part);
    return this.values.names.flatMap(({ name, versions }, at) => {
      const held = versions.filter(({ count }) => count > 0);
      if (held.length === 0 || !this.#folded[at]?.includes(asked)) return [];
      return { name, versions: held.length, machines: this.#countOf(held) };
    });
  }

  get #size(): number {
    return this.values.machines.length;
  }

  #emptySet(): MachineSet {
    return new Uint8Array(Math.ceil(this.#size / 8));
  }

  /** A machine may have two versions of a package. */
  #countOf(versions: readonly PackageVersion[]): number {
    const [only, ...others] = versions;
    if (only && others.length === 0) return only.count;
    const set = this.#emptySet();
    for (const { holders } of versions) addPosting(set, holders, this.#size);
    return membersOf(set).length;
  }

  #isAsked({ name: asked, whole, pattern }: SoftwareQuestion, at: number, name: string): boolean {
    if (pattern) return pattern.test(name);
    return whole ? this.#folded[at] === asked : this.#folded[at]?.includes(asked) === true;
  }
}

function hasVersion({ version: own }: PackageVersion, { version }: SoftwareQuestion): boolean {
  return version === undefined || (own !== '' && isOrdered(version.operator, compareToTyped(own, version.text)));
}
