import { join } from 'node:path';
import { encodeGlpi } from '../wire/glpi/inventory.ts';
import { encodeOwn } from '../wire/own.ts';
import { writeXml } from '../wire/xml.ts';
import type { Document } from './document.ts';
import { replaceFile } from './files.ts';
import type { DocumentFormat } from './options.ts';

/** Writes `DIR/<DEVICEID>.ocs`, the XML that is sent; returns its path. Fails with `cannot-write`. */
export async function writeLocal(folder: string, { inventory, root }: Document): Promise<string> {
  const path = join(folder, `${inventory.deviceId}.ocs`);
  await replaceFile(path, writeXml(root));
  return path;
}

export function printed({ inventory, root }: Document, format: DocumentFormat): string {
  if (format === 'ocs') return writeXml(root);
  return format === 'glpi' ? encodeGlpi(inventory).text : encodeOwn(inventory);
}
