import type { Host, RunResult } from '../../model/host.ts';
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
export interface Report {
  /** The parts of a data type; none where there is nothing of the kind. */
  parts(type: DataType): readonly Item[];
  /** Why what these types tell may not be all there is: not one is of this release, or the report is torn. */
  missing(...types: readonly DataType[]): string | undefined;
}

/** system_profiler(8), asked once for all that is wanted of it. Undefined where there is none. */
export async function askSystem(host: Host): Promise<Report | undefined> {
  const result = await host.run('/usr/sbin/system_profiler', ['-json', ...DATA_TYPES.map(fullName)], LIMITS);
  if (!result) return undefined;
  const { document, broken } = documentOf(result);
  const isThere = (type: DataType) => Array.isArray(document[fullName(type)]);
  return {
    parts: (type) => items(document[fullName(type)]),
    missing(first, ...others) {
      const types = [...(first ? [first] : []), ...others];
      if (broken) return types.every(isThere) ? undefined : broken;
      return first && !types.some(isThere) ? `not-supported: no ${fullName(first)}` : undefined;
    },
  };
}

const LIMITS = { milliseconds: 60_000, bytes: 8 * 1024 * 1024, beginning: true } as const;

function fullName(type: DataType): string {
  return `${type}DataType`;
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
  if (late) return { document, broken: 'timed-out: system_profiler' };
  if (isWhole) return { document };
  // Before macOS 10.15 it does not know -json, and says how it is used.
  const isUnknown = Object.keys(document).length === 0 && exitCode !== 0;
  if (isUnknown) return { document, broken: 'not-supported: system_profiler writes JSON from macOS 10.15 on' };
  return { document, broken: 'failed: system_profiler wrote a torn report' };
}
