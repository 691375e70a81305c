import { readFileSync } from 'node:fs';
import type { Inventory } from '../../src/model/inventory.ts';
import { type ReadDocument, readDocument } from '../../src/wire/document.ts';

/** The body of a real agent's request, or of a server's reply, byte for byte. */
export function capture(path: string): Buffer {
  return readFileSync(new URL(`../fixtures/wire/${path}`, import.meta.url));
}

export function readCapture(path: string): Promise<ReadDocument> {
  return readDocument(capture(path), { inflate: 'bounded' });
}

export async function inventoryOf(bytes: Uint8Array): Promise<Inventory> {
  const { request } = await readDocument(bytes, { inflate: 'bounded' });
  if (request.inventory === undefined) throw new Error('the document holds no inventory');
  return request.inventory;
}

/** A minimal inventory whose CONTENT is the given XML. */
export function inventoryXml(content: string, deviceId = 'pc1-2026-01-02-03-04-05'): Buffer {
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><REQUEST><CONTENT>${content}</CONTENT>` +
      `<DEVICEID>${deviceId}</DEVICEID><QUERY>INVENTORY</QUERY></REQUEST>`,
  );
}
