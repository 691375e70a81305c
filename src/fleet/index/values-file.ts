import { join } from 'node:path';
import { unlessDamaged } from '../../model/errors.ts';
import { readBytes, writeDurably } from '../../store/durable.ts';
import { decodePackages, encodePackages } from './package-codec.ts';
import type { PackageValues } from './packages.ts';

/** Undefined where there is none, or none that can be read. */
export async function readValues(index: string): Promise<PackageValues | undefined> {
  return unlessDamaged(readWhole(index));
}

export async function writeValues(index: string, values: PackageValues): Promise<void> {
  await writeDurably(valuesPath(index), encodePackages(values));
}

export function valuesPath(index: string): string {
  return join(index, 'values.bin');
}

async function readWhole(index: string): Promise<PackageValues | undefined> {
  const bytes = await readBytes(valuesPath(index));
  return bytes && decodePackages(bytes);
}
