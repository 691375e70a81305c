import { ParcoursError } from '../../../model/errors.ts';

/** A package as its header in rpm's database describes it. */
export interface RpmPackage {
  readonly name: string;
  readonly version: string | undefined;
  readonly release: string | undefined;
  readonly architecture: string | undefined;
  /** Seconds since 1970. */
  readonly installedAt: number | undefined;
  /** Bytes. */
  readonly size: number | undefined;
  readonly vendor: string | undefined;
  readonly summary: string | undefined;
}

// rpmtag.h.
const NAME = 1000;
const VERSION = 1001;
const RELEASE = 1002;
const SUMMARY = 1004;
const INSTALL_TIME = 1008;
const SIZE = 1009;
const VENDOR = 1011;
const ARCHITECTURE = 1022;
/** In the place of SIZE where a package has 4 GiB and more. */
const LONG_SIZE = 5009;

/**
 * A header as the database holds it: how many entries there are and how long the data is, then for each entry its tag,
 * kind, offset and count, then the data; all numbers big-endian. Fails with `bad-input` where it is none.
 */
export function parseRpmHeader(blob: Buffer): RpmPackage {
  const entries = entriesOf(blob);
  const text = (tag: number) => textOf(blob, entries.get(tag));
  const number = (tag: number) => numberOf(blob, entries.get(tag));
  const name = text(NAME);
  if (name === undefined) throw new ParcoursError('bad-input', 'an rpm header without a name');
  return {
    name,
    version: text(VERSION),
    release: text(RELEASE),
    architecture: text(ARCHITECTURE),
    installedAt: number(INSTALL_TIME),
    size: number(LONG_SIZE) ?? number(SIZE),
    vendor: text(VENDOR),
    summary: text(SUMMARY),
  };
}

interface Entry {
  readonly kind: number;
  /** From the start of the header. */
  readonly start: number;
}

const PREAMBLE = 8;
const ENTRY = 16;

function entriesOf(blob: Buffer): ReadonlyMap<number, Entry> {
  const count = blob.length < PREAMBLE ? 0 : blob.readUInt32BE(0);
  const data = PREAMBLE + count * ENTRY;
  if (count === 0 || data + blob.readUInt32BE(4) > blob.length)
    throw new ParcoursError('bad-input', 'an rpm header that ends too early');
  const entries = new Map<number, Entry>();
  for (let at = PREAMBLE; at < data; at += ENTRY) {
    entries.set(blob.readUInt32BE(at), { kind: blob.readUInt32BE(at + 4), start: data + blob.readUInt32BE(at + 8) });
  }
  return entries;
}

const INT32 = 4;
const INT64 = 5;
const TEXTS: ReadonlySet<number> = new Set([6, 8, 9]);

/** The first of several: of a summary in many languages that is the one for all who have none of their own. */
function textOf(blob: Buffer, entry: Entry | undefined): string | undefined {
  if (!entry || !TEXTS.has(entry.kind)) return undefined;
  const end = blob.indexOf(0, entry.start);
  return blob.toString('utf8', entry.start, end < 0 ? blob.length : end) || undefined;
}

function numberOf(blob: Buffer, entry: Entry | undefined): number | undefined {
  const width = entry?.kind === INT64 ? 8 : 4;
  if (!entry || entry.start + width > blob.length) return undefined;
  if (entry.kind === INT64) return Number(blob.readBigUInt64BE(entry.start));
  return entry.kind === INT32 ? blob.readUInt32BE(entry.start) : undefined;
}
