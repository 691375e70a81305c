import { join } from 'node:path';
import { safeJson } from '../model/safe-text.ts';
import type { Document } from './document.ts';
import { replaceFile } from './files.ts';
import type { DocumentFormat } from './options.ts';

/** Writes `DIR/<DEVICEID>.ocs`, the XML that is sent; returns its path. Fails with `cannot-write`. */
export async function writeLocal(folder: string, { inventory, xml }: Document): Promise<string> {
  const path = join(folder, `${inventory.deviceId}.ocs`);
  await replaceFile(path, xml);
  return path;
}

export function printed({ inventory, xml }: Document, format: DocumentFormat): string {
  return format === 'ocs' ? xml : `${safeJson(inventory, 2)}\n`;
}
