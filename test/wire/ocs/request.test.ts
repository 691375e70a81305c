import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sectionNames } from '../../../src/model/catalogue.ts';
import type { Inventory } from '../../../src/model/inventory.ts';
import { readDocument } from '../../../src/wire/document.ts';
import { encodeInventory, encodeProlog } from '../../../src/wire/ocs/request.ts';
import { anySections, numRuns, plainText } from '../arbitrary.ts';
import { inventoryOf, inventoryXml, readCapture } from '../captures.ts';

const nothing: Inventory & { readonly deviceId: string } = {
  deviceId: 'pc1-2026-01-02-03-04-05',
  kind: 'computer',
  agent: 'parcours_v0.1.0',
  at: '2026-11-23T18:00:00.000Z',
  sections: {},
  reports: {},
  account: {},
  extras: [],
};

async function request(xml: string | Uint8Array) {
  return (await readDocument(Buffer.from(xml), { inflate: 'bounded' })).request;
}

describe('an inventory', () => {
  it('comes back as it was sent', async () => {
    const account = fc.dictionary(plainText, plainText, { maxKeys: 3, noNullPrototype: true });
    await fc.assert(
      fc.asyncProperty(anySections, account, fc.nat(2 ** 22), async (sections, pairs, checksum) => {
        const reports = Object.fromEntries(Object.keys(sections).map((name) => [name, { state: 'complete' as const }]));
        const inventory = { ...nothing, oldDeviceId: 'old-2026-01-02-03-04-05', sections, reports, account: pairs };
        expect(await request(encodeInventory(inventory, checksum))).toEqual({
          query: 'INVENTORY',
          deviceId: inventory.deviceId,
          oldDeviceId: inventory.oldDeviceId,
          checksum,
          isOwn: true,
          inventory,
        });
      }),
      { numRuns },
    );
  }, 600_000);

  it('is written as the OCS Unix agent writes it', () => {
    const inventory = { ...nothing, sections: { hardware: [{ name: 'pc1' }] }, account: { TAG: 'B12' } };
    expect(encodeInventory(inventory, 513)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<REQUEST>
  <CONTENT>
    <ACCOUNTINFO>
      <KEYNAME>TAG</KEYNAME>
      <KEYVALUE>B12</KEYVALUE>
    </ACCOUNTINFO>
    <HARDWARE>
      <CHECKSUM>513</CHECKSUM>
      <NAME>pc1</NAME>
    </HARDWARE>
    <PARCOURS>
      <AT>2026-11-23T18:00:00.000Z</AT>
      <KIND>computer</KIND>
    </PARCOURS>
    <VERSIONCLIENT>parcours_v0.1.0</VERSIONCLIENT>
  </CONTENT>
  <DEVICEID>pc1-2026-01-02-03-04-05</DEVICEID>
  <QUERY>INVENTORY</QUERY>
</REQUEST>
`);
  });

  it('has a CHECKSUM even where nothing is known of the machine', async () => {
    expect((await request(encodeInventory(nothing, 0))).checksum).toBe(0);
  });

  it('carries what each section is worth, and why', async () => {
    const reports = {
      softwares: { state: 'skipped', reason: 'not-requested' },
      bios: { state: 'failed', reason: 'needs-root' },
      drives: { state: 'unchanged' },
      printers: { state: 'complete' },
    } as const;
    const decoded = await inventoryOf(Buffer.from(encodeInventory({ ...nothing, reports }, 0)));
    expect(decoded.reports).toEqual(reports);
    expect(decoded.sections).toEqual({ printers: [] });
  });

  it('of a real agent survives being written again', async () => {
    for (const path of ['ocs/i-dmi-r640.bin', 'fusion/i-dmi-r640.bin', 'fusion/e-no-category-software.bin']) {
      const { inventory } = (await readCapture(path)).request;
      if (inventory?.deviceId === undefined) throw new Error(`${path} is no inventory`);
      const again = await inventoryOf(Buffer.from(encodeInventory({ ...inventory, deviceId: inventory.deviceId }, 0)));
      expect({ ...again, reports: {} }).toEqual({ ...inventory, reports: {} });
      expect(Object.keys(inventory.sections).length, path).toBeGreaterThan(8);
    }
  });

  it('tells the old id, also where the OCS Windows agent writes it', async () => {
    const old = 'old-2025-01-02-03-04-05';
    const documents = [
      `<OLD_DEVICEID>${old}</OLD_DEVICEID>`,
      `<DOWNLOAD><HISTORY><PACKAGE ID="1"/><OLD_DEVICEID>${old}</OLD_DEVICEID></HISTORY></DOWNLOAD>`,
    ];
    for (const content of documents) {
      expect(await inventoryOf(inventoryXml(content))).toMatchObject({ oldDeviceId: old, extras: [] });
    }
  });

  it.each([
    ['android-5a30d8711bbadc9d-2022-10-19-08-08-46', undefined, 'phone'],
    ['pc1-2026-01-02-03-04-05', 'OCS-NG_Android_agent_v2.7', 'phone'],
    ['pc1-2026-01-02-03-04-05', 'OCS-NG_unified_unix_agent_v2.10.0', 'computer'],
  ])('of %s by %s is one of a %s', async (deviceId, userAgent, kind) => {
    const options = { inflate: 'bounded', ...(userAgent ? { userAgent } : {}) } as const;
    const { request: decoded } = await readDocument(inventoryXml('', deviceId), options);
    expect(decoded.inventory).toMatchObject({ kind, agent: userAgent ?? 'unknown' });
  });
});

describe('what an absent section means', () => {
  it('is told by the CHECKSUM of an OCS agent', async () => {
    const { checksum, inventory } = (await readCapture('ocs/e-nosoftware.bin')).request;
    expect(checksum).toBe(1 + 512 + 65536);
    expect(inventory?.reports).toMatchObject({
      drives: { state: 'complete' },
      bios: { state: 'unchanged' },
      softwares: { state: 'skipped', reason: 'not-sent' },
    });
    expect(inventory?.reports.firewall).toBeUndefined();
    expect(inventory?.reports.usbdevices).toBeUndefined();
  });

  it('is none where the bit is set: the first run of an OCS agent', async () => {
    const { inventory } = (await readCapture('ocs/i-dmi-r640.bin')).request;
    expect(inventory?.sections.batteries).toEqual([]);
    expect(inventory?.reports).toMatchObject({ batteries: { state: 'complete' }, softwares: { state: 'skipped' } });
  });

  it('is unknown for any other agent, whatever its CHECKSUM', async () => {
    const { inventory } = (await readCapture('fusion/e-no-category-software.bin')).request;
    expect(inventory?.agent).toBe('FusionInventory-Agent_v2.6-3');
    expect(inventory?.reports.softwares).toEqual({ state: 'skipped', reason: 'not-sent' });
    expect(sectionNames.filter((name) => inventory?.reports[name]?.state === 'unchanged')).toEqual([]);
    expect(inventory?.reports.videos).toBeUndefined();
  });
});

describe('a request', () => {
  it('for a prolog is what the OCS Unix agent sends, and a word that servers of others ignore', async () => {
    const { request: captured } = await readCapture('ocs/prolog.bin');
    expect(captured.query).toBe('PROLOG');
    expect(await request(encodeProlog(captured.deviceId ?? ''))).toEqual({ ...captured, isOwn: true });
    expect((await readCapture('fusion/prolog.bin')).request.query).toBe('PROLOG');
  });

  it('may give its values as attributes', async () => {
    const xml = '<REQUEST DEVICEID="pc1-2026-01-02-03-04-05" QUERY="DOWNLOAD" ID="1" ERR="SUCCESS" />';
    expect(await request(xml)).toEqual({ query: 'DOWNLOAD', deviceId: 'pc1-2026-01-02-03-04-05' });
  });

  it('may give its DEVICEID inside CONTENT, or the same twice', async () => {
    const id = 'pc1-2026-01-02-03-04-05';
    const inside = `<CONTENT><DEVICEID>${id}</DEVICEID></CONTENT>`;
    expect((await request(`<REQUEST>${inside}<QUERY>PROLOG</QUERY></REQUEST>`)).deviceId).toBe(id);
    expect((await request(`<REQUEST DEVICEID="${id}">${inside}<QUERY>PROLOG</QUERY></REQUEST>`)).deviceId).toBe(id);
  });

  it.each([
    ['QUERY is missing', '<REQUEST/>'],
    ['QUERY prolog is not supported', '<REQUEST><QUERY>prolog</QUERY></REQUEST>'],
    ['QUERY is unknown', '<REQUEST><QUERY>a b</QUERY></REQUEST>'],
    ['with different values', '<REQUEST><DEVICEID>a</DEVICEID><DEVICEID>b</DEVICEID><QUERY>PROLOG</QUERY></REQUEST>'],
    ['a slash', '<REQUEST><DEVICEID>../../x-2026-01-01-00-00-00</DEVICEID><QUERY>PROLOG</QUERY></REQUEST>'],
    ['a backslash', '<REQUEST><DEVICEID>..\\x-2026-01-01-00-00-00</DEVICEID><QUERY>PROLOG</QUERY></REQUEST>'],
    ['a control character', '<REQUEST><DEVICEID>x\ny-2026-01-01-00-00-00</DEVICEID><QUERY>PROLOG</QUERY></REQUEST>'],
    ['a control character', '<REQUEST><DEVICEID>x&#0;y-2026-01-01-00-00</DEVICEID><QUERY>PROLOG</QUERY></REQUEST>'],
    ['255 characters', `<REQUEST><DEVICEID>${'a'.repeat(256)}</DEVICEID><QUERY>PROLOG</QUERY></REQUEST>`],
  ])('is refused: %s', async (reason, xml) => {
    await expect(request(xml)).rejects.toMatchObject({ status: 400, message: expect.stringContaining(reason) });
  });
});
