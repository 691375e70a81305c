/** Each file here reads one kind of source: a thin read, and a pure `parseX` that needs no machine. */
import { type ErrorCode, ParcoursError, systemCode } from '../../model/errors.ts';
import type { Host } from '../../model/host.ts';

type Files = Pick<Host, 'read'>;

/** A file as text; bytes that are not UTF-8 become replacement characters. */
export async function readText(host: Files, path: string): Promise<string | undefined> {
  const bytes = await host.read(path);
  return bytes && decode(bytes);
}

/** The same, undefined also where it may not or cannot be read: for sources that only add to others. */
export async function readAllowed(host: Host, path: string): Promise<string | undefined> {
  return allowed(readText(host, path));
}

/** The one value of a kernel file such as those of /sys; undefined where it is blank, closed or does not answer. */
export async function attribute(host: Files, path: string): Promise<string | undefined> {
  try {
    return (await readText(host, path))?.replaceAll('\0', '').trim() || undefined;
  } catch (error) {
    // A device that fails to answer (EIO, ETIMEDOUT …) has no value; the other values of the section stand.
    if (error instanceof ParcoursError || systemCode(error)) return undefined;
    throw error;
  }
}

export async function attributeNumber(host: Host, path: string): Promise<number | undefined> {
  return wholeNumber(await attribute(host, path));
}

export async function linkName(host: Host, path: string): Promise<string | undefined> {
  return (await host.link(path))?.split('/').at(-1);
}

export async function exists(host: Host, path: string): Promise<boolean> {
  return (await host.stat(path)) !== undefined;
}

/** What a piece of work gives, undefined where a permission is missing or no file stands in its place. */
export async function allowed<T>(work: Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ParcoursError && ADDS_NOTHING.has(error.code)) return undefined;
    throw error;
  }
}

const ADDS_NOTHING: ReadonlySet<ErrorCode> = new Set(['permission', 'bad-input']);

export function decode(bytes: Uint8Array): string {
  return utf8.decode(bytes);
}

const utf8 = new TextDecoder();

export function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d+$/.test(text.trim()) ? Number(text) : undefined;
}
