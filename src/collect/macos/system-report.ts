import type { Host, RunResult } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import { decode } from '../sources/text.ts';
import { type Item, item, items } from './values.ts';
import { wholeMembers } from './whole-members.ts';

// What is not of this release is left out of the report: SPUSBHost is of macOS 26, which leaves SPUSB empty.
const DATA_TYPES = [
  ...(['SPHardware', 'SPiBridge', 'SPSoftware', 'SPMemory', 'SPStorage', 'SPNVMe', 'SPSerialATA', 'SPPCI'] as const),
  ...(['SPUSB', 'SPUSBHost', 'SPBluetooth', 'SPDisplays', 'SPNetwork', 'SPAirPort', 'SPPower', 'SPPrinters'] as const),
  ...(['SPAudio', 'SPCamera', 'SPFirewall', 'SPInstallHistory', 'SPApplications'] as const),
];
export type DataType = (typeof DATA_TYPES)[number];

/** What the system says of itself. */
export interface Report<T extends DataType> {
  /** The parts of a data type; none where there is nothing of the kind. */
  parts(type: T): readonly Item[];
  /** Why that may not be all there is: not one of the types is of this release, or the report is torn. */
  readonly missing?: string;
}

/**
 * Some data types of what system_profiler(8) says, which is asked once for all that is wanted of it. Undefined where
 * there is none.
 */
export async function askSystem<T extends DataType>(
  host: Host,
  types: readonly [T, ...T[]],
): Promise<Report<T> | undefined> {
  const limits = { ...LIMITS, part: types.map(fullName).join(' ') };
  const result = await host.run('/usr/sbin/system_profiler', [...OPTIONS, ...DATA_TYPES.map(fullName)], limits);
  if (!result) return undefined;
  const { document, broken } = documentOf(result);
  const there = types.filter((type) => isThere(document, type, broken));
  const unsupported = there.length === 0 ? `not-supported: no ${fullName(types[0])}` : undefined;
  const missing = there.length < types.length && broken ? broken : unsupported;
  return { parts: (type) => items(document[fullName(type)]), ...present({ missing }) };
}

/** After so many seconds it writes what it has, before its own time is up. */
const OPTIONS = ['-json', '-timeout', '40'];
const LIMITS = { milliseconds: 60_000, bytes: 8 * 1024 * 1024, beginning: true } as const;

function fullName(type: DataType): string {
  return `${type}DataType`;
}

/** Of a report that is not whole, an empty list says nothing. */
function isThere(document: Item, type: DataType, broken: string | undefined): boolean {
  const list = document[fullName(type)];
  return Array.isArray(list) && (list.length > 0 || broken === undefined);
}

interface Document {
  readonly document: Item;
  /** Why a data type that is not there is not. */
  readonly broken?: string;
}

/** Read once, whoever asks. */
const documents = new WeakMap<RunResult, Document>();

function documentOf(result: RunResult): Document {
  const known = documents.get(result) ?? parse(result);
  documents.set(result, known);
  return known;
}

function parse({ output, exitCode, late }: RunResult): Document {
  const { members, isWhole } = wholeMembers(decode(output));
  const document = item(members);
  if (late) return { document, broken: LATE };
  // Every Mac has applications, and they take longest.
  if (isWhole && items(document[fullName('SPApplications')]).length > 0) return { document };
  if (isWhole) return { document, broken: LATE };
  // Before macOS 10.15 it does not know -json, and says how it is used.
  const isUnknown = Object.keys(document).length === 0 && exitCode !== 0;
  if (isUnknown) return { document, broken: 'not-supported: system_profiler writes JSON from macOS 10.15 on' };
  return { document, broken: 'failed: system_profiler wrote a torn report' };
}

const LATE = 'timed-out: system_profiler';
