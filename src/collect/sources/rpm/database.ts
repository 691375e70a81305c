import { ParcoursError } from '../../../model/errors.ts';
import type { Host } from '../../../model/host.ts';
import { readSqliteTable } from '../sqlite/table.ts';
import { parseRpmHeader, type RpmPackage } from './header.ts';
import { ndbHeaders } from './ndb.ts';

const FOLDERS = ['/usr/lib/sysimage/rpm', '/var/lib/rpm'];
const SQLITE = 'rpmdb.sqlite';
const NDB = 'Packages.db';
/** Berkeley DB, of Red Hat 8 and older. */
const BERKELEY = 'Packages';

export type RpmFormat = 'sqlite' | 'ndb' | 'berkeley';

export interface RpmDatabase {
  readonly path: string;
  readonly format: RpmFormat;
}

/** The database of rpm, wherever the distribution keeps it, in whatever format; undefined where there is none. */
export async function findRpmDatabase(host: Host): Promise<RpmDatabase | undefined> {
  const formats = { [SQLITE]: 'sqlite', [NDB]: 'ndb', [BERKELEY]: 'berkeley' } as const;
  for (const folder of FOLDERS) {
    for (const [name, format] of Object.entries(formats)) {
      const path = `${folder}/${name}`;
      if (await host.stat(path)) return { path, format };
    }
  }
  return undefined;
}

export interface RpmPackages {
  readonly packages: readonly RpmPackage[];
  /** How many headers cannot be read. */
  readonly damaged: number;
}

/** What is in a database that is not Berkeley's, without rpm. Fails with `bad-input` where the file is none. */
export async function readRpmDatabase(host: Host, { path, format }: RpmDatabase): Promise<RpmPackages> {
  const file = await readWhole(host, path);
  const headers = format === 'ndb' ? ndbHeaders(file) : sqliteHeaders(file, await host.read(`${path}-wal`));
  const packages: RpmPackage[] = [];
  let damaged = 0;
  for (const header of headers) {
    try {
      packages.push(parseRpmHeader(header));
    } catch (error) {
      if (!(error instanceof ParcoursError)) throw error;
      damaged++;
    }
  }
  return { packages, damaged };
}

function* sqliteHeaders(file: Buffer, log: Uint8Array | undefined): Generator<Buffer> {
  for (const { blob } of readSqliteTable(file, 'Packages', log?.length ? log : undefined)) {
    yield blob instanceof Uint8Array ? Buffer.from(blob.buffer, blob.byteOffset, blob.byteLength) : Buffer.alloc(0);
  }
}

const LONG = 64 * 1024 * 1024;
/** A desktop's database has a few hundred megabytes, of which most are lists of files. */
const MAX_BYTES = 512 * 1024 * 1024;

async function readWhole(host: Host, path: string): Promise<Buffer> {
  const size = (await host.stat(path))?.size ?? 0;
  if (size <= LONG) return Buffer.from((await host.read(path)) ?? []);
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of host.chunks(path)) {
    pieces.push(Buffer.from(piece));
    bytes += piece.length;
    if (bytes > MAX_BYTES) throw new ParcoursError('bad-input', `${path} has more than ${MAX_BYTES} bytes`);
  }
  return Buffer.concat(pieces);
}
