import { expect, it } from 'vitest';
import { encodeInventory, encodeProlog } from '../../src/wire/ocs/request.ts';
import { newSite } from './site.ts';

const deviceId = 'pc1-2026-11-16-08-00-00';
const stockProlog = `<?xml version="1.0"?><REQUEST><DEVICEID>${deviceId}</DEVICEID><QUERY>PROLOG</QUERY></REQUEST>`;
const about = { deviceId, kind: 'computer', agent: 'parcours_v0.1.0', account: {}, extras: [] } as const;
const sections = { bios: [{ serial: 'S1' }] };
const full = { ...about, sections, reports: { bios: { state: 'complete' } } } as const;

it('offers a delta to our own agent, and to no other', async () => {
  const site = newSite();
  expect((await site.post(encodeProlog(deviceId))).text).toMatch(/<NAME>PARCOURS<\/NAME>\s*<PARAM CATALOGUE="\w+" \/>/);
  await site.post(encodeInventory(full, 0));
  expect((await site.post(encodeProlog(deviceId))).text).toMatch(/CATALOGUE="\w{16}" STATE="[0-9a-f]{64}"/);
  expect((await site.post(stockProlog)).text).not.toContain('PARCOURS');
});

it('asks for all of it where a delta does not fit, and keeps nothing', async () => {
  const site = newSite();
  await site.post(encodeInventory(full, 0));
  const delta = { base: 'a'.repeat(64), whole: 'b'.repeat(64), changes: {} };
  const thin = { ...about, sections: {}, reports: { bios: { state: 'unchanged' } }, delta } as const;
  expect(await site.post(encodeInventory(thin, 0))).toMatchObject({ status: 200, response: 'RESEND' });
  expect(await site.rows(deviceId, 'bios')).toEqual(sections.bios);
});

it('tells our own agent what it holds of others, and other agents nothing', async () => {
  const site = newSite();
  const printers = {
    ...about,
    sections: { printers: [{ name: 'Laser' }] },
    reports: { printers: { state: 'complete' } },
  } as const;
  await site.post(encodeInventory(printers, 0));
  const { text } = await site.post(encodeInventory(full, 0));
  expect(text).toMatch(/<NAME>PRINTERS<\/NAME>\s*<DIGEST>[0-9a-f]{64}<\/DIGEST>/);
  expect(text).not.toContain('BIOS');
  const stock = `<REQUEST><CONTENT><BIOS><SSN>S1</SSN></BIOS></CONTENT><DEVICEID>${deviceId}</DEVICEID><QUERY>INVENTORY</QUERY></REQUEST>`;
  expect((await site.post(stock)).text).not.toContain('PARCOURS');
});
