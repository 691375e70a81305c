import { basename, join, relative } from 'node:path';
import { type Digest, sha256 } from '../model/canonical.ts';
import type { SectionName } from '../model/catalogue.ts';
import { isDamage } from '../model/errors.ts';
import { readBlob, writtenFolders } from './blobs.ts';
import { isTemporary, listFolder } from './durable.ts';
import { type History, isConsistent, readHistory, type StoredSection, snapshotHeads } from './history.ts';
import { readIndexFile } from './index.ts';
import { blobPath, historyPath, type Layout, layoutOf, machinePath } from './layout.ts';
import { readMachine } from './machines.ts';
import { machineKeys, mendedRecord } from './mend.ts';
import { readSettings } from './settings.ts';
import type { MachineRecord } from './store.ts';

/** Something in a store that is not as it should be. */
export interface Finding {
  readonly kind: FindingKind;
  /** Relative to the store. */
  readonly path: string;
  /** Lines of a history, a snapshot or a section, where that says more. */
  readonly detail?: string;
  /** What is derived can be rebuilt; content that is lost comes back with the next inventory. */
  readonly repairable: boolean;
}

export type FindingKind =
  | 'settings-damaged'
  | 'machine-missing'
  | 'machine-damaged'
  | 'machine-lags'
  | 'history-torn'
  | 'history-damaged'
  | 'snapshot-lost'
  | 'content-damaged'
  | 'blob-missing'
  | 'blob-damaged'
  | 'index-missing'
  | 'index-damaged'
  | 'temporary-file';

/** Reads everything a store holds, verifies every digest, and changes nothing. */
export async function check(dir: string): Promise<readonly Finding[]> {
  const layout = layoutOf(dir);
  const keys = await machineKeys(layout);
  const checked: CheckedBlobs = new Set();
  const findings: Finding[] = [...(await checkSettings(layout)), ...(await checkIndex(layout, keys.length))];
  for (const key of keys) findings.push(...(await checkMachine(layout, key, checked)));
  return [...findings, ...(await findTemporaries(layout))];
}

/** A blob that many snapshots share is read once. */
type CheckedBlobs = Set<Digest>;

async function checkSettings(layout: Layout): Promise<readonly Finding[]> {
  const damaged = await isDamaged(readSettings(layout));
  return damaged ? [finding(layout, 'settings-damaged', layout.settings)] : [];
}

/** An index that is old, or that was never made, as in a fleet that ships, is no finding: readers do without. */
async function checkIndex(layout: Layout, machines: number): Promise<readonly Finding[]> {
  const reading = readIndexFile(layout);
  if (await isDamaged(reading)) return [finding(layout, 'index-damaged', layout.fleet)];
  const wasMade = (await listFolder(layout.root)).includes(basename(layout.index));
  const isMissing = machines > 0 && wasMade && (await reading) === undefined;
  return isMissing ? [finding(layout, 'index-missing', layout.fleet)] : [];
}

async function checkMachine(layout: Layout, key: Digest, checked: CheckedBlobs): Promise<readonly Finding[]> {
  const history = await readHistory(historyPath(layout, key));
  return [
    ...(await checkRecord(layout, key, history)),
    ...checkLines(layout, key, history),
    ...(await checkContent(layout, key, history, checked)),
  ];
}

async function checkRecord(layout: Layout, key: Digest, { lines }: History): Promise<readonly Finding[]> {
  const path = machinePath(layout, key);
  const reading = readMachine(layout, key);
  if (await isDamaged(reading)) return [finding(layout, 'machine-damaged', path)];
  const record: MachineRecord | undefined = await reading;
  if (!record) return [finding(layout, 'machine-missing', path)];
  return mendedRecord(record, lines) === record ? [] : [finding(layout, 'machine-lags', path)];
}

function checkLines(layout: Layout, key: Digest, { lines, torn, damaged }: History): readonly Finding[] {
  const path = historyPath(layout, key);
  const lost = snapshotHeads(lines).filter((head) => !isConsistent(head));
  return [
    ...(torn ? [finding(layout, 'history-torn', path)] : []),
    ...damaged.map((line) => finding(layout, 'history-damaged', path, `line ${line}`)),
    ...lost.map(({ seq }) => finding(layout, 'snapshot-lost', path, `before #${seq}`, false)),
  ];
}

async function checkContent(
  layout: Layout,
  key: Digest,
  { lines }: History,
  checked: CheckedBlobs,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { seq, changed } of lines) {
    for (const [name, stored] of Object.entries(changed) as [SectionName, StoredSection][]) {
      findings.push(...(await checkStored(layout, key, stored, `#${seq} ${name}`, checked)));
    }
  }
  return findings;
}

async function checkStored(
  layout: Layout,
  key: Digest,
  stored: StoredSection,
  detail: string,
  checked: CheckedBlobs,
): Promise<readonly Finding[]> {
  if ('rows' in stored) {
    return isWrong(stored) ? [finding(layout, 'content-damaged', historyPath(layout, key), detail, false)] : [];
  }
  if (checked.has(stored.digest)) return [];
  checked.add(stored.digest);
  const kind = await checkBlob(layout, stored.digest);
  return kind ? [finding(layout, kind, blobPath(layout, stored.digest), detail, kind === 'blob-damaged')] : [];
}

function isWrong({ rows, digest }: { readonly rows: readonly unknown[]; readonly digest: Digest }): boolean {
  return sha256(JSON.stringify(rows)) !== digest;
}

async function checkBlob(layout: Layout, digest: Digest): Promise<FindingKind | undefined> {
  if (!(await isDamaged(readBlob(layout, digest)))) return undefined;
  const names = await listFolder(join(layout.sections, digest.slice(0, 2)));
  return names.some((name) => name.startsWith(digest)) ? 'blob-damaged' : 'blob-missing';
}

async function findTemporaries(layout: Layout): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const folder of await writtenFolders(layout)) {
    const left = (await listFolder(folder)).filter(isTemporary);
    findings.push(...left.map((name) => finding(layout, 'temporary-file', join(folder, name))));
  }
  return findings;
}

async function isDamaged(reading: Promise<unknown>): Promise<boolean> {
  try {
    await reading;
    return false;
  } catch (error) {
    if (isDamage(error)) return true;
    throw error;
  }
}

function finding(layout: Layout, kind: FindingKind, path: string, detail?: string, repairable = true): Finding {
  return { kind, path: relative(layout.root, path), ...(detail && { detail }), repairable };
}
