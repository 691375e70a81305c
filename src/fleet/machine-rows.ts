import { compareTexts } from '../model/order.ts';
import type { FleetRow } from '../store/store.ts';
import type { MachineRow } from './fleet.ts';
import { possibleDoubles } from './machine-identity.ts';

type Doubles = ReadonlyMap<string, readonly string[]>;

interface List {
  readonly of: readonly FleetRow[];
  readonly doubles: Doubles;
  readonly machines: readonly MachineRow[];
}

/**
 * The rows of fleet lists, with the possible doubles of each machine, in the order of their names. A row that another
 * list has as well is the very same, so that what was worked out of it need not be again.
 */
export class MachineRows {
  #now: List | undefined;
  #before: List | undefined;
  readonly #made = new WeakMap<FleetRow, MachineRow>();

  now(rows: readonly FleetRow[]): readonly MachineRow[] {
    if (this.#now?.of !== rows) this.#now = this.#list(rows, undefined);
    return this.#now.machines;
  }

  /** Of a list of another time. */
  before(rows: readonly FleetRow[]): readonly MachineRow[] {
    this.#before = this.#list(rows, this.#before ?? this.#now);
    return this.#before.machines;
  }

  #list(rows: readonly FleetRow[], last: List | undefined): List {
    const doubles = last && hasSameMarks(last.of, rows) ? last.doubles : possibleDoubles(rows);
    const machines = rows.map((row) => this.#machine(row, doubles.get(row.id) ?? NO_DOUBLES));
    return { of: rows, doubles, machines: machines.sort(byName) };
  }

  #machine(row: FleetRow, doubles: readonly string[]): MachineRow {
    const known = this.#made.get(row);
    if (known && isSame(known.possibleDoubles, doubles)) return known;
    // A spread with more members behind it would give each row a hidden class of its own, larger than the row.
    const made: MachineRow = Object.assign({}, row, { possibleDoubles: doubles });
    this.#made.set(row, made);
    return made;
  }
}

/** Nothing by which doubles are known changed. */
function hasSameMarks(before: readonly FleetRow[], after: readonly FleetRow[]): boolean {
  return (
    before.length === after.length &&
    after.every((row, at) => {
      const other = before[at];
      if (row === other) return true;
      return (
        row.id === other?.id && row.uuid === other.uuid && row.serial === other.serial && isSame(row.macs, other.macs)
      );
    })
  );
}

function isSame(these: readonly string[], those: readonly string[]): boolean {
  return these === those || (these.length === those.length && these.every((text, at) => text === those[at]));
}

function byName(a: MachineRow, b: MachineRow): number {
  return compareTexts(a.name, b.name) || compareTexts(a.id, b.id);
}

const NO_DOUBLES: readonly string[] = [];
