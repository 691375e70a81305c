import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Sections } from '../../../src/model/catalogue.ts';
import type { Inventory } from '../../../src/model/inventory.ts';
import { asReceived } from '../../../src/wire/as-received.ts';
import { inventoryAsReceived } from '../../../src/wire/ocs/received.ts';
import { decodeRequest, inventoryElement } from '../../../src/wire/ocs/request.ts';
import { anySections, numRuns } from '../arbitrary.ts';

const deviceId = 'pc1-2026-01-02-03-04-05';

function inventoryOf(sections: Sections): Inventory & { readonly deviceId: string } {
  const reports = Object.fromEntries(Object.keys(sections).map((name) => [name, { state: 'complete' as const }]));
  return { deviceId, kind: 'computer', agent: 'parcours_v1.0.0', sections, reports, account: {}, extras: [] };
}

function bothWays(sections: Sections) {
  const inventory = inventoryOf(sections);
  const root = inventoryElement(inventory, 1);
  return { short: inventoryAsReceived(root, inventory), long: decodeRequest(asReceived(root)).inventory };
}

const anyText = fc.oneof(
  fc.constantFrom('bash', '5.2-1', 'a b', 'amd64', '2026-11-23', '7', ' x', 'x\n', '', 'é', '\0', '<', '0x10', '1e3'),
  fc.string(),
);

it('is what decoding the document gives, whatever is in it', () => {
  fc.assert(
    fc.property(anySections, (sections) => {
      const { short, long } = bothWays(sections as Sections);
      expect(short).toEqual(long);
    }),
    { numRuns },
  );
});

it('is the same for texts that a document cannot hold as they are', () => {
  const software = fc.record(
    { name: anyText, version: anyText, from: anyText, architecture: anyText, installDate: anyText },
    { requiredKeys: [] },
  );
  const storage = fc.record({ name: anyText, model: fc.oneof(anyText, fc.constant('\\\\.\\PHYSICALDRIVE0')) });
  fc.assert(
    fc.property(fc.array(software), fc.array(storage), (softwares, storages) => {
      const { short, long } = bothWays({ softwares, storages });
      expect(short).toEqual(long);
    }),
    { numRuns },
  );
});

it('takes a list as it is, accents and all, where a receiver reads the same', () => {
  const softwares = [
    { name: 'bash', version: '5.2-1', fileSize: 7, installDate: '2026-11-23' },
    {
      name: 'dmidecode',
      publisher: 'Jörg Frings-Fürst',
      comments: 'SMBIOS & co <"x">',
      installDate: '2024-02-29T23:18:14',
    },
  ];
  expect(bothWays({ softwares }).short?.sections.softwares).toBe(softwares);
});
