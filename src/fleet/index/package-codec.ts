import { sha256 } from '../../model/canonical.ts';
import { isDamage, ParcoursError } from '../../model/errors.ts';
import type { PackageValues, PackageVersion } from './packages.ts';

/**
 * `values.bin`: one line of JSON that lists machines, names and versions with the length of what follows for each, then
 * the holders of each version one after the other.
 */
export function encodePackages({ machines, names }: PackageValues): Uint8Array {
  const postings = Buffer.concat(names.flatMap(({ versions }) => versions.map(({ holders }) => holders)));
  const head: Head = {
    version: VERSION,
    digest: sha256(postings),
    machines: machines.map(({ id, seq }) => [id, seq]),
    names: names.map(({ name, versions }) => [
      name,
      versions.map(({ version, first, last, holders, count }) => [version, first, last, holders.length, count]),
    ]),
  };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), postings]);
}

/** Undefined for bytes of a newer version. Fails with `store-damaged` for what cannot be read. */
export function decodePackages(bytes: Buffer): PackageValues | undefined {
  const end = bytes.indexOf('\n');
  const head = headOf(bytes.subarray(0, Math.max(0, end)));
  if (head.version !== VERSION) return undefined;
  let offset = end + 1;
  const names = head.names.map(([name, versions]) => ({
    name,
    versions: versions.map(([version, first, last, length, count]): PackageVersion => {
      offset += length;
      return { version, first, last, holders: bytes.subarray(offset - length, offset), count };
    }),
  }));
  if (offset !== bytes.length) throw new ParcoursError('store-damaged', 'values.bin is not as long as it says');
  return { machines: head.machines.map(([id, seq]) => ({ id, seq })), names };
}

/** True for bytes that are whole and what their digest says. */
export function verifyPackages(bytes: Buffer): boolean {
  const end = bytes.indexOf('\n');
  try {
    return (
      decodePackages(bytes) === undefined || headOf(bytes.subarray(0, end)).digest === sha256(bytes.subarray(end + 1))
    );
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  }
}

const VERSION = 1;

interface Head {
  readonly version: number;
  /** Of what follows the line. */
  readonly digest: string;
  readonly machines: readonly (readonly [id: string, seq: number])[];
  readonly names: readonly (readonly [name: string, versions: readonly VersionHead[]])[];
}

type VersionHead = readonly [version: string, first: number, last: number, length: number, count: number];

function headOf(line: Buffer): Head {
  try {
    const head: Head = JSON.parse(line.toString('utf8'));
    if (Number.isInteger(head.version) && Array.isArray(head.machines) && Array.isArray(head.names)) return head;
  } catch (error) {
    throw new ParcoursError('store-damaged', 'values.bin cannot be read', error);
  }
  throw new ParcoursError('store-damaged', 'values.bin does not hold what it should');
}
