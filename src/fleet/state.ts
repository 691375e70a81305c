import { describe, type SectionName, sectionNames } from '../model/catalogue.ts';
import type { AnyRow } from '../model/descriptor.ts';
import { unlessDamaged } from '../model/errors.ts';
import { present } from '../model/present.ts';
import type { MachineRecord, SectionState, SnapshotHead, StoreReader } from '../store/store.ts';
import type { SectionView } from './fleet.ts';

/** One machine at one snapshot, before its sections are read. */
export interface State {
  readonly record: MachineRecord;
  readonly head: SnapshotHead;
  readonly newest: boolean;
}

/** The sections of a state in catalogue order, of those wanted; also those that were never collected, without rows. */
export async function sectionViews(
  reader: StoreReader,
  state: State,
  wanted: readonly SectionName[] = sectionNames,
): Promise<readonly SectionView[]> {
  const names = sectionNames.filter((name) => wanted.includes(name) && sectionState(state, name) !== undefined);
  return Promise.all(names.map((name) => sectionView(reader, state, name)));
}

/** What is known of a section in a state. Only the newest tells how it came to be known. */
export function sectionState({ record, head, newest }: State, name: SectionName): SectionState | undefined {
  if (newest) return record.sections[name];
  const digest = head.sections[name];
  return digest === undefined ? undefined : { completeness: 'complete', collectedAt: head.at, digest };
}

/** Rows with their stable fields, and with the volatile ones where the state is the newest. */
async function stateRows(reader: StoreReader, state: State, name: SectionName): Promise<readonly AnyRow[]> {
  const { record, head, newest } = state;
  const volatile = (newest ? record.volatile[name] : undefined) ?? [];
  if (describe(name).volatile) return volatile;
  const rows = (await reader.rows(record.id, head.seq, name)) ?? [];
  return volatile.length === 0 ? rows : rows.map((row, i) => ({ ...row, ...volatile[i] }));
}

/** As `stateRows`; undefined where they are lost. */
export function readableRows(reader: StoreReader, state: State, name: SectionName) {
  return unlessDamaged(stateRows(reader, state, name));
}

/** Reason of a section whose content is lost in the store. */
export const DAMAGED = 'failed: the stored content is damaged, see fsck';

async function sectionView(reader: StoreReader, state: State, name: SectionName): Promise<SectionView> {
  const { completeness, reason, collectedAt } = sectionState(state, name) ?? { completeness: 'skipped' };
  const rows = await readableRows(reader, state, name);
  const told = present({ collectedAt });
  if (!rows) return { name, completeness: 'failed', reason: DAMAGED, ...told, rows: [] };
  return { name, completeness, ...present({ reason }), ...told, rows };
}
