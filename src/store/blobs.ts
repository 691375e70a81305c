import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { createDeflate, inflate } from 'node:zlib';
import { type Digest, sha256 } from '../model/canonical.ts';
import type { AnyRow } from '../model/descriptor.ts';
import { ParcoursError } from '../model/errors.ts';
import type { Content } from './content.ts';
import { listFolder, makeFolder, readBytes, writeDurably, writeFailure } from './durable.ts';
import { blobPath, type Layout } from './layout.ts';
import { unlessMissing } from './missing.ts';

/** Writes content once: a blob that is there is the same, since it is named by its digest. */
export async function writeBlob(layout: Layout, { digest, pieces }: Pick<Content, 'digest' | 'pieces'>): Promise<void> {
  const path = blobPath(layout, digest);
  if (await unlessMissing(stat(path))) return;
  try {
    await makeFolder(dirname(path));
  } catch (error) {
    throw writeFailure(path, error);
  }
  await writeDurably(path, await deflated(pieces));
}

async function deflated(pieces: readonly Uint8Array[]): Promise<Uint8Array> {
  const stream = createDeflate();
  for (const piece of pieces) stream.write(piece);
  stream.end();
  return Buffer.concat(await stream.toArray());
}

/** The rows of a blob. Fails with `store-damaged` where it is missing or is not what its name says. */
export async function readBlob(layout: Layout, digest: Digest): Promise<readonly AnyRow[]> {
  const path = blobPath(layout, digest);
  const bytes = await readBytes(path);
  if (!bytes) throw new ParcoursError('store-damaged', `${path} is missing`);
  return verifiedRows(await inflated(path, bytes), digest, path);
}

/** The folders in which files are written under a temporary name first. */
export async function writtenFolders(layout: Layout): Promise<readonly string[]> {
  return [layout.root, layout.machines, layout.index, ...(await blobFolders(layout))];
}

/** The folders that hold blobs. */
async function blobFolders(layout: Layout): Promise<readonly string[]> {
  const names = await listFolder(layout.sections);
  return names.filter((name) => /^[0-9a-f]{2}$/.test(name)).map((name) => join(layout.sections, name));
}

/** Parses canonical JSON after comparing it with its digest. */
export function verifiedRows(text: string, digest: Digest, path: string): readonly AnyRow[] {
  if (sha256(text) !== digest) throw new ParcoursError('store-damaged', `${path} is not what its digest says`);
  return JSON.parse(text);
}

/** Content of a section is bounded when it is received; this keeps a damaged file from filling the memory. */
const MAX_BYTES = 256 * 1024 * 1024;

async function inflated(path: string, bytes: Buffer): Promise<string> {
  try {
    const content: Buffer = await promisify<Buffer, object, Buffer>(inflate)(bytes, { maxOutputLength: MAX_BYTES });
    return content.toString('utf8');
  } catch (error) {
    throw new ParcoursError('store-damaged', `${path} cannot be read`, error);
  }
}
