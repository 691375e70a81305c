import { invertDelta } from '../delta/invert.ts';
import type { Delta } from '../delta/types.ts';
import { problem } from '../i18n/problem.ts';
import type { SectionName } from '../model/catalogue.ts';
import { ParcoursError } from '../model/errors.ts';
import { safeText } from '../model/safe-text.ts';
import { scheduleTexts } from '../model/schedule.ts';
import type { Baseline, MachineRecord, SnapshotHead, StoreReader } from '../store/store.ts';
import { changesIn } from './changes.ts';
import { type ColumnName, type ColumnValue, valuesOf } from './column-values.ts';
import { compareStates } from './compare.ts';
import { type Consensus, consensusOf, type Member } from './consensus.ts';
import { type Feed, feedOf } from './feed.ts';
import { type FieldName, type FieldValue, fieldValues, MAX_READ } from './field-values.ts';
import { findMachine, isMachineName } from './find.ts';
import type {
  Change,
  ChangeRange,
  Fleet,
  FleetQuestions,
  Found,
  Group,
  MachineRow,
  MachineView,
  Place,
  SoftwareEntry,
  TimelineEntry,
} from './fleet.ts';
import { compareWithGroup, MAX_GROUP, memberOf } from './group.ts';
import { rowBefore } from './index/day-entries.ts';
import { derivedIndex } from './index/derived.ts';
import type { FleetIndex } from './index/fleet-index.ts';
import type { PackageIndex } from './index/packages.ts';
import { type PackagesOf, packagesAt } from './index/packages-at.ts';
import { type Query, readQuery, type SoftwareQuestion } from './language/match.ts';
import { MachineRows } from './machine-rows.ts';
import { searchMachine } from './search.ts';
import { lastSeenBy } from './seen.ts';
import { softwareEntries } from './software.ts';
import { type State, sectionViews } from './state.ts';
import { TimeCursor } from './time-cursor.ts';
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

/** Before the name of a baseline, in place of a machine. */
const BASELINE = '@baseline:';

class StoredFleet implements Fleet, FleetQuestions {
  readonly #reader: StoreReader;
  readonly #clock: () => number;
  readonly #index: FleetIndex;
  readonly #timelines: TimelineReader;
  readonly #cursor: TimeCursor;
  /** The group that was asked for last: who is compared with it is one of several. */
  #consensus: { readonly key: string; readonly answer: Consensus } | undefined;
  /** The packages at the time that was asked of last. */
  #past: (PackagesOf & { readonly now: PackageIndex }) | undefined;
  readonly #machineRows = new MachineRows();

  constructor(reader: StoreReader, clock: () => number, index: FleetIndex) {
    this.#reader = reader;
    this.#index = index;
    this.#clock = clock;
    this.#timelines = new TimelineReader(reader);
    this.#cursor = new TimeCursor(reader, index);
  }

  now(): number {
    return this.#clock();
  }

  async machines(): Promise<readonly MachineRow[]> {
    return this.#machineRows.now(await this.#reader.fleet());
  }

  isIndexed(): Promise<boolean> {
    return this.#index.isKept();
  }

  async machinesAt(time: number): Promise<readonly MachineRow[]> {
    return this.#machineRows.before(await this.#cursor.rowsAt(time));
  }

  async select(query: string, at?: number): Promise<readonly MachineRow[]> {
    const { software, matcher } = readQuery(query);
    return this.#asked(software, matcher, at);
  }

  async packages(at?: number): Promise<PackageIndex> {
    const [rows, packages] = [await this.#reader.fleet(), await this.#index.packages()];
    if (at === undefined) return packages;
    const now = { at: Number.MAX_SAFE_INTEGER, rows, packages };
    const past = this.#past?.now === packages ? this.#past : undefined;
    if (past?.at === at) return past.packages;
    const sources = { reader: this.#reader, index: this.#index };
    const wanted = { at, rows: await this.#cursor.rowsAt(at) };
    this.#past = { ...wanted, packages: await packagesAt(sources, wanted, past ? [past, now] : [now]), now: packages };
    return this.#past.packages;
  }

  async software(part?: string): Promise<readonly SoftwareEntry[]> {
    return softwareEntries(await this.#index.packages(), await this.#reader.fleet(), part);
  }

  async search(query: string, at?: number): Promise<readonly Found[]> {
    const { software, words, conditions } = readQuery(query);
    if (words.length === 0) throw problem('usage', 'noWord');
    const machines = await this.#asked(software, conditions, at);
    const found: Found[] = [];
    for (const machine of machines) found.push(...(await searchMachine(this.#reader, machine, words)));
    return found;
  }

  async values(column: ColumnName): Promise<readonly ColumnValue[]> {
    const entries = await this.#index.entries(0, Number.MAX_SAFE_INTEGER);
    const past = entries.flatMap((entry) => [entry.row, rowBefore(entry)]).filter((row) => row !== undefined);
    return valuesOf(await this.#reader.fleet(), past, column);
  }

  async fieldValues(name: FieldName, query: string, at?: number): Promise<readonly FieldValue[]> {
    const machines = await this.select(query, at);
    if (machines.length > MAX_READ) {
      throw new ParcoursError('usage', `the list has ${machines.length} machines; filter it to at most ${MAX_READ}`);
    }
    return fieldValues(this.#reader, machines, name);
  }

  async changes(range: ChangeRange): Promise<readonly Change[]> {
    return changesIn(this.#index, range);
  }

  feed(range: Pick<ChangeRange, 'since' | 'until'>): Promise<Feed> {
    return feedOf(this.#index, range);
  }

  baselines(): Promise<readonly Baseline[]> {
    return this.#reader.baselines();
  }

  async find(machine: string): Promise<MachineRow> {
    return findMachine(await this.machines(), machine);
  }

  async locate(reference: string): Promise<Place> {
    if (reference.startsWith(BASELINE)) return this.#baseline(reference.slice(BASELINE.length));
    const rows = await this.machines();
    const { machine, when } = isMachineName(rows, reference)
      ? { machine: reference, when: '' }
      : splitAtLast(reference);
    const { id } = findMachine(rows, machine);
    if (when !== '' && !isWhen(when)) throw problem('usage', 'noTime', JSON.stringify(when));
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

  async compare(before: Place | Group, after: Place | Group): Promise<Delta> {
    if ('group' in before) return this.#compareWithGroup(before, after);
    if ('group' in after) return invertDelta(await this.#compareWithGroup(after, before));
    const [from, to] = await Promise.all([this.#state(before), this.#state(after)]);
    return compareStates(this.#reader, from, to);
  }

  async consensus(query: string, at?: number): Promise<Consensus> {
    const machines = await this.select(query, at);
    if (machines.length === 0) throw problem('usage', 'emptyGroup', safeText(query));
    if (machines.length > MAX_GROUP) {
      throw problem('usage', 'largeGroup', String(machines.length), String(MAX_GROUP));
    }
    const states = machines.map(({ id, snapshots, changedAt, lastSeen }) =>
      [id, snapshots, changedAt, lastSeen].join(' '),
    );
    const key = [query, ...states].join('\n');
    if (this.#consensus?.key !== key) this.#consensus = { key, answer: consensusOf(await this.#members(machines)) };
    return this.#consensus.answer;
  }

  watch(changed: () => void): () => void {
    return this.#reader.watch(changed);
  }

  async #compareWithGroup({ group, at }: Group, other: Place | Group): Promise<Delta> {
    if ('group' in other) throw problem('usage', 'twoGroups');
    const [consensus, state] = await Promise.all([this.consensus(group, at), this.#state(other)]);
    return compareWithGroup(this.#reader, consensus, state);
  }

  /** One after the other, so that a large group is never read at once. */
  async #members(machines: readonly MachineRow[]): Promise<readonly Member[]> {
    const members: Member[] = [];
    for (const machine of machines) members.push(await memberOf(this.#reader, await this.#stateOf(machine)));
    return members;
  }

  /** The state that a row of a fleet list, of now or of before, tells of. */
  async #stateOf({ id, changedAt }: MachineRow): Promise<State> {
    const [record, heads] = await Promise.all([this.#reader.machine(id), this.#reader.timeline(id)]);
    const head = heads.findLast(({ at }) => at === changedAt) ?? heads.at(-1);
    if (!record || !head) throw unknownMachine(id);
    return { record, head, newest: isNewest(record, head, heads) };
  }

  async #baseline(name: string): Promise<Place> {
    const baselines = await this.#reader.baselines();
    const baseline = baselines.find((one) => one.name === name);
    if (baseline) return { id: baseline.id, seq: baseline.seq };
    const known = baselines.map((one) => one.name).join(', ');
    if (known === '') throw problem('not-found', 'noBaseline', safeText(name));
    throw problem('not-found', 'noBaselineBut', safeText(name), known);
  }

  /** The machines that a query lets through, now or at a time. */
  async #asked(
    software: readonly SoftwareQuestion[],
    matcher: Query['matcher'],
    at: number | undefined,
  ): Promise<readonly MachineRow[]> {
    const machines = at === undefined ? await this.machines() : await this.machinesAt(at);
    const packages = software.length > 0 ? await this.packages(at) : undefined;
    const asked = matcher(at ?? this.#clock(), packages && ((question) => packages.holders(question)));
    const found = machines.filter(asked);
    return at === undefined ? found : found.map((row) => ({ ...row, lastSeen: lastSeenBy(row, at) }));
  }

  async #state({ id, seq }: Place): Promise<State> {
    const [record, heads] = await Promise.all([this.#reader.machine(id), this.#reader.timeline(id)]);
    if (!record) throw unknownMachine(id);
    const head = heads.find((one) => one.seq === seq);
    if (!head) throw problem('not-found', 'noSnapshot', record.name, String(seq));
    return { record, head, newest: isNewest(record, head, heads) };
  }
}

/** A snapshot that a crash left without its machine file is not the newest: nobody was told that it was kept. */
function isNewest(record: MachineRecord, head: SnapshotHead, heads: readonly SnapshotHead[]): boolean {
  return head.seq === record.seq || (head === heads.at(-1) && record.seq < head.seq);
}

/** `PC1@7d` after the last `@`; without one, the newest snapshot. */
function splitAtLast(reference: string): { readonly machine: string; readonly when: string } {
  const at = reference.lastIndexOf('@');
  if (at < 0) return { machine: reference, when: '' };
  const when = reference.slice(at + 1);
  if (when === '') throw problem('usage', 'endsWithAt', JSON.stringify(reference));
  return { machine: reference.slice(0, at), when };
}

function unknownMachine(id: string): ParcoursError {
  return problem('not-found', 'noId', JSON.stringify(id));
}
