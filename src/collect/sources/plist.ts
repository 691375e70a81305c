import { explain, ParcoursError } from '../../model/errors.ts';
import type { Host } from '../../model/host.ts';
import { parseBinaryPlist } from './plist-binary.ts';
import { parseXmlPlist } from './plist-xml.ts';
import { allowed, decode } from './text.ts';

/** A property list of macOS: plist(5). */
export type Plist = string | number | boolean | Date | Uint8Array | readonly Plist[] | PlistDictionary;

export interface PlistDictionary {
  readonly [key: string]: Plist | undefined;
}

/** Either of its two forms; undefined where it is empty. Fails with `bad-input` where it is neither. */
export function parsePlist(bytes: Uint8Array): Plist | undefined {
  try {
    return decode(bytes.subarray(0, 6)) === 'bplist' ? parseBinaryPlist(bytes) : parseXmlPlist(decode(bytes));
  } catch (error) {
    throw new ParcoursError('bad-input', `not a property list: ${explain(error)}`, error);
  }
}

/** The settings in a file; none where it is missing, closed, or holds no settings. */
export async function readSettings(host: Host, path: string): Promise<PlistDictionary> {
  const bytes = await allowed(host.read(path));
  return dictionary(bytes && (await allowed(Promise.resolve().then(() => parsePlist(bytes)))));
}

/** A dictionary as such, and an empty one in the place of anything else. */
export function dictionary(value: Plist | undefined): PlistDictionary {
  const isDictionary = typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date);
  return isDictionary && !(value instanceof Uint8Array) ? (value as PlistDictionary) : {};
}

export function list(value: Plist | undefined): readonly Plist[] {
  return Array.isArray(value) ? value : [];
}
