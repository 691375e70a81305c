import { readFileSync } from 'node:fs';
import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Inventory } from '../../src/model/inventory.ts';
import { type ReadDocument, readDocument } from '../../src/wire/document.ts';

const fixtures = new URL('../fixtures/wire/', import.meta.url);

function fixture(path: string): Buffer {
  return readFileSync(new URL(path, fixtures));
}

function inventoryIn({ request }: ReadDocument): Inventory {
  if (request.inventory === undefined) throw new Error('the document holds no inventory');
  return request.inventory;
}

describe.each(['bounded', 'sync'] as const)('a document read %s', (inflate) => {
  it('shows what the OCS Unix agent sent', async () => {
    const document = await readDocument(fixture('ocs/h-dmi-lenovo.bin'), {
      inflate,
      userAgent: 'OCS-NG_unified_unix_agent_v2.10.0',
    });
    const { sections, ...inventory } = inventoryIn(document);
    expect(document).toMatchObject({ encoding: 'zlib', repairs: { replacedCharacters: 0, cutTexts: 0 } });
    expect(inventory).toMatchObject({ kind: 'computer', agent: 'OCS-NG_unified_unix_agent_v2.10.0', extras: [] });
    expect(sections.bios?.[0]).toMatchObject({ manufacturer: 'LENOVO' });
    expect(sections.memories).toHaveLength(4);
  });

  it('is the same whether it came as zlib, gzip or plain', async () => {
    const plain = fixture('fusion/g-no-compression.xml');
    const [asPlain, asZlib, asGzip] = await Promise.all(
      [plain, deflateSync(plain), gzipSync(plain)].map((bytes) => readDocument(bytes, { inflate })),
    );
    expect([asPlain?.encoding, asZlib?.encoding, asGzip?.encoding]).toEqual(['plain', 'zlib', 'gzip']);
    expect(asZlib?.request).toEqual(asPlain?.request);
    expect(asGzip?.request).toEqual(asPlain?.request);
  });
});
