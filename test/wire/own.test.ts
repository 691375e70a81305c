import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Inventory } from '../../src/model/inventory.ts';
import { readDocument } from '../../src/wire/document.ts';
import { encodeOwn } from '../../src/wire/own.ts';
import { anySections, numRuns } from './arbitrary.ts';

const empty: Inventory = {
  deviceId: 'pc1-2026-11-23-10-00-00',
  kind: 'computer',
  agent: 'parcours_v1.0.0',
  at: '2026-11-23T10:00:00.000Z',
  sections: {},
  reports: { softwares: { state: 'skipped', reason: 'not-requested: --nosoftware' } },
  account: { TAG: 'Salle É' },
  extras: [{ name: 'PLUGIN', attributes: { ID: '7' }, children: [{ name: 'A', text: 'b' }] }],
};

const read = async (text: string) => (await readDocument(Buffer.from(text), { inflate: 'sync' })).request.inventory;

describe('our own JSON', () => {
  it('comes back as it was, whatever the inventory', async () => {
    await fc.assert(
      fc.asyncProperty(anySections, async (sections) => {
        const inventory = { ...empty, sections } as Inventory;
        expect(await read(encodeOwn(inventory))).toEqual(inventory);
      }),
      { numRuns },
    );
  }, 600_000);

  it('keeps what only the sender knows, on a row too', async () => {
    const row = { name: 'bash', extras: [{ name: 'COLOUR', text: 'blue' }] };
    const inventory = { ...empty, sections: { softwares: [row] } };
    expect(await read(encodeOwn(inventory))).toEqual(inventory);
  });

  it.each([
    ['of another version', { parcours: 2 }],
    ['with a section that does not exist', { parcours: 1, kind: 'computer', sections: { toasters: [] } }],
    ['with a field that does not exist', { parcours: 1, kind: 'computer', sections: { bios: [{ colour: 'blue' }] } }],
    ['with a text for a number', { parcours: 1, kind: 'computer', sections: { hardware: [{ memory: '8192' }] } }],
    ['of no known kind', { parcours: 1, kind: 'toaster' }],
    ['with a device id that is a path', { parcours: 1, kind: 'computer', deviceId: '../../etc/passwd' }],
  ])('is refused with a reason when it is one %s', async (_, document) => {
    await expect(read(JSON.stringify(document))).rejects.toMatchObject({ code: 'bad-input' });
  });
});
