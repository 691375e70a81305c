import type { Delta } from '../delta/types.ts';
import type { SectionName } from '../model/catalogue.ts';
import type { AnyRow } from '../model/descriptor.ts';
import { ParcoursError, unlessDamaged } from '../model/errors.ts';
import { compareTexts } from '../model/order.ts';
import { scheduleTexts } from '../model/schedule.ts';
import type { Baseline, FleetRow, MachineRecord, SnapshotHead, StoreReader } from '../store/store.ts';
import { changesIn } from './changes.ts';
import { compareStates } from './compare.ts';
import { findMachine, isMachineName } from './find.ts';
import type {
  Change,
  ChangeRange,
  Fleet,
  FleetQuestions,
  MachineRow,
  MachineView,
  Place,
  TimelineEntry,
} from './fleet.ts';
import { holdersAmong } from './holders.ts';
import { derivedIndex } from './index/derived.ts';
import type { FleetIndex } from './index/fleet-index.ts';
import { readQuery, type SoftwareHolders } from './language/match.ts';
import { possibleDoubles } from './machine-identity.ts';
import { type State, sectionViews } from './state.ts';
import { TimelineReader } from './timeline.ts';
import { findSnapshot, isWhen } from './when.ts';

/** Answers of a fleet, read from a store; `clock` gives milliseconds since 1970. */
export function createFleet(
  reader: StoreReader,
  clock: () => number,
  index = derivedIndex(reader),
): Fleet & FleetQuestions {
  return new StoredFleet(reader, clock, index);
}

class StoredFleet implements Fleet, FleetQuestions {
  readonly #reader: StoreReader;
  readonly #clock: () => number;
  readonly #index: FleetIndex;
  readonly #timelines: TimelineReader;
  #rows: { readonly of: readonly FleetRow[]; readonly machines: readonly MachineRow[] } | undefined;

  constructor(reader: StoreReader, clock: () => number, index: FleetIndex) {
    this.#reader = reader;
    this.#index = index;
    this.#clock = clock;
    this.#timelines = new TimelineReader(reader);
  }

  async machines(): Promise<readonly MachineRow[]> {
    const rows = await this.#reader.fleet();
    if (this.#rows?.of !== rows) this.#rows = { of: rows, machines: machineRows(rows) };
    return this.#rows.machines;
  }

  async select(query: string): Promise<readonly MachineRow[]> {
    const { software, matcher } = readQuery(query);
    const machines = await this.machines();
    const holders = software.length > 0 ? await this.#holders(machines) : undefined;
    return machines.filter(matcher(this.#clock(), holders));
  }

  async changes(range: ChangeRange): Promise<readonly Change[]> {
    return changesIn(this.#index, range);
  }

  baselines(): Promise<readonly Baseline[]> {
    return this.#reader.baselines();
  }

  async find(machine: string): Promise<MachineRow> {
    return findMachine(await this.machines(), machine);
  }

  async locate(reference: string): Promise<Place> {
    const rows = await this.machines();
    const { machine, when } = isMachineName(rows, reference)
      ? { machine: reference, when: '' }
      : splitAtLast(reference);
    const { id } = findMachine(rows, machine);
    if (when !== '' && !isWhen(when)) throw new ParcoursError('usage', `${JSON.stringify(when)} is no time`);
    const head = findSnapshot(when || 'last', await this.#reader.timeline(id), this.#clock());
    return { id, seq: head.seq };
  }

  async view(place: Place, sections?: readonly SectionName[]): Promise<MachineView> {
    const [state, machines] = await Promise.all([this.#state(place), this.machines()]);
    const { record, head, newest } = state;
    const machine = machines.find(({ id }) => id === place.id);
    if (!machine) throw unknownMachine(place.id);
    return {
      machine,
      snapshot: head,
      newest,
      account: { ...record.account, ...scheduleTexts(record.schedule ?? {}) },
      sections: await sectionViews(this.#reader, state, sections),
      extras: newest ? record.extras : [],
    };
  }

  async timeline(id: string): Promise<readonly TimelineEntry[]> {
    const record = await this.#reader.machine(id);
    if (!record) throw unknownMachine(id);
    return this.#timelines.entries(record);
  }

  async compare(before: Place, after: Place): Promise<Delta> {
    const [from, to] = await Promise.all([this.#state(before), this.#state(after)]);
    return compareStates(this.#reader, from, to);
  }

  watch(changed: () => void): () => void {
    return this.#reader.watch(changed);
  }

  async #holders(machines: readonly MachineRow[]): Promise<SoftwareHolders> {
    const packages = new Map<string, readonly AnyRow[]>();
    for (const { id, snapshots } of machines) {
      packages.set(id, (await unlessDamaged(this.#reader.rows(id, snapshots, 'softwares'))) ?? []);
    }
    return holdersAmong(packages);
  }

  async #state({ id, seq }: Place): Promise<State> {
    const [record, heads] = await Promise.all([this.#reader.machine(id), this.#reader.timeline(id)]);
    if (!record) throw unknownMachine(id);
    const head = heads.find((one) => one.seq === seq);
    if (!head) throw new ParcoursError('not-found', `${record.name} has no snapshot #${seq}`);
    return { record, head, newest: isNewest(record, head, heads) };
  }
}

/** A snapshot that a crash left without its machine file is not the newest: nobody was told that it was kept. */
function isNewest(record: MachineRecord, head: SnapshotHead, heads: readonly SnapshotHead[]): boolean {
  return head.seq === record.seq || (head === heads.at(-1) && record.seq < head.seq);
}

function machineRows(rows: readonly FleetRow[]): readonly MachineRow[] {
  const doubles = possibleDoubles(rows);
  return rows
    .map((row) => ({ ...row, possibleDoubles: doubles.get(row.id) ?? [] }))
    .sort((a, b) => compareTexts(a.name, b.name) || compareTexts(a.id, b.id));
}

/** `PC1@7d` after the last `@`; without one, the newest snapshot. */
function splitAtLast(reference: string): { readonly machine: string; readonly when: string } {
  const at = reference.lastIndexOf('@');
  if (at < 0) return { machine: reference, when: '' };
  const when = reference.slice(at + 1);
  if (when === '') throw new ParcoursError('usage', `${JSON.stringify(reference)} ends with @ and no time`);
  return { machine: reference.slice(0, at), when };
}

function unknownMachine(id: string): ParcoursError {
  return new ParcoursError('not-found', `No machine has the id ${JSON.stringify(id)}`);
}
