import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inventoryOf as inventoryOfView } from '../../src/cli/export-view.ts';
import type { Collector } from '../../src/collect/collector.ts';
import { collect } from '../../src/collect/run.ts';
import type { SectionName } from '../../src/model/catalogue.ts';
import type { RawElement } from '../../src/model/descriptor.ts';
import { readDocument } from '../../src/wire/document.ts';
import { encodeGlpi } from '../../src/wire/glpi/inventory.ts';
import { inflateReply } from '../../src/wire/inflate-sync.ts';
import { encodeInventory } from '../../src/wire/ocs/request.ts';
import { parseXml } from '../../src/wire/xml.ts';
import { fakeHost } from '../collect/fake-host.ts';
import { capture, inventoryOf, inventoryXml } from '../wire/captures.ts';
import { samples, schemaChecker } from '../wire/glpi/schema.ts';
import { memoryLog } from './receiver.ts';
import { newSite, type Site } from './site.ts';

/** Section 10 of the GLPI reference: the checks that a receiver and a writer of GLPI's format should stand. */
const AGENT = { 'glpi-agent-id': 'fc83dae2-7a4a-4b6c-8a1e-0c3d4c6a5f10' };

function sample(path: string): Buffer {
  return readFileSync(join(samples ?? '', 'samples/inventory_format', path));
}

/** What a machine's newest state amounts to. */
async function keptBy({ fleet }: Site, machine: string) {
  return inventoryOfView(await fleet.view(await fleet.locate(machine)));
}

async function sent(...bodies: readonly Uint8Array[]): Promise<Site> {
  const site = newSite();
  for (const body of bodies) expect((await site.post(body, AGENT)).status).toBe(200);
  return site;
}

describe('check 1: what is written as GLPI JSON validates', () => {
  it.runIf(samples)('for Debian, Fedora, Windows, macOS and Android', async () => {
    const problems = schemaChecker();
    for (const bytes of [capture('ocs/i-dmi-r640.bin'), ...['1', '2', '3', '13'].map((n) => sample(`xml/${n}.xml`))]) {
      const inventory = await inventoryOf(bytes);
      expect(problems(encodeGlpi(inventory).text)).toBeUndefined();
      expect(problems(encodeGlpi(inventory, { strict: true }).text)).toBeUndefined();
    }
  });

  it.runIf(samples)('where all collectors failed but those of the hardware and the firmware', async () => {
    const { sections, reports, ...rest } = await inventoryOf(capture('ocs/i-dmi-r640.bin'));
    const { hardware = [], bios = [] } = sections;
    const failed = { cpus: { state: 'failed' }, drives: { state: 'failed', reason: 'timed-out' } } as const;
    const inventory = { ...rest, sections: { hardware, bios }, reports: { ...reports, ...failed } };
    expect(schemaChecker()(encodeGlpi(inventory).text)).toBeUndefined();
  });
});

describe('check 2: OCS XML → store → OCS XML keeps every element', () => {
  it.each(['ocs/h-dmi-lenovo.bin', 'ocs/i-dmi-r640.bin'])('of %s', async (path) => {
    const { request } = await readDocument(capture(path), { inflate: 'bounded' });
    const site = await sent(capture(path));
    const again = encodeInventory(await keptBy(site, request.deviceId ?? ''), request.checksum ?? 0);
    expect(await elementsIn(Buffer.from(again))).toEqual(await elementsIn(capture(path)));
  });
});

/** Sections of a document as sorted texts, but for what speaks of the exchange and what is empty. */
async function elementsIn(bytes: Uint8Array): Promise<readonly string[]> {
  const { root } = await parseXml(inflateReply(bytes, 2 ** 24).bytes);
  const content = root.children?.find(({ name }) => name === 'CONTENT')?.children ?? [];
  return content
    .filter(({ name }) => !EXCHANGE.has(name))
    .flatMap(leavesOf)
    .sort();
}

const EXCHANGE = new Set(['ACCOUNTINFO', 'DOWNLOAD', 'PARCOURS', 'VERSIONCLIENT']);

function leavesOf({ name, children = [] }: RawElement): readonly string[] {
  return children.filter(({ text }) => text).map((child) => `${name}/${child.name}=${inOrder(child)}`);
}

/** The order of the members of a group means nothing, and is not kept. */
function inOrder({ name, text = '' }: RawElement): string {
  return name === 'MEMBER' ? text.split(',').sort().join() : text;
}

describe('check 3: OCS XML → store → GLPI JSON → store loses nothing', () => {
  it.each(['ocs/h-dmi-lenovo.bin', 'ocs/i-dmi-r640.bin', 'fusion/i-dmi-r640.bin'])('of %s', async (path) => {
    const { deviceId = '' } = await inventoryOf(capture(path));
    const before = await keptBy(await sent(capture(path)), deviceId);
    const after = await keptBy(await sent(Buffer.from(encodeGlpi(before).text)), deviceId);
    expect(after.sections).toEqual(before.sections);
    expect(before.sections.hardware?.[0]?.osName).toBeDefined();
  });
});

describe.runIf(samples)('check 4: the samples of the format', () => {
  it.each(['json', 'xml'])('each yield a machine: %s', async (folder) => {
    for (const name of readdirSync(join(samples ?? '', 'samples/inventory_format', folder))) {
      const { fleet } = await sent(sample(`${folder}/${name}`));
      expect((await fleet.machines()).length, name).toBeGreaterThan(0);
    }
  });

  it.each([
    ['computer_1', 'glpixps-2018-07-09-09-07-13', ['batteries', 'cpu', 'memory', 'softs', 'volumes']],
    ['computer_2', 'acomputer-2021-01-26-14-32-36', ['vms', 'dbs']],
  ])('merge %s with its parts', async (name, id, parts) => {
    const whole = sample(`json/${name}.json`);
    const before = await keptBy(await sent(whole), id);
    const after = await keptBy(
      await sent(whole, ...parts.map((part) => sample(`json/${name}_partial_${part}.json`))),
      id,
    );
    const told = Object.keys(before.sections).filter((section) => before.sections[section as SectionName]?.length);
    expect(Object.keys(after.sections)).toEqual(expect.arrayContaining(told));
    expect(after.sections.monitors).toEqual(before.sections.monitors);
  });
});

describe('check 5: the receiver', () => {
  const xml = inventoryXml('<HARDWARE><NAME>café</NAME></HARDWARE>');
  const json = Buffer.from('{"deviceid":"pc1","content":{"hardware":{"name":"a\\u0000b"}}}');
  const prolog = capture('glpi/ocs-prolog.xml');
  const latin1 = Buffer.from(xml.toString().replace('UTF-8', 'ISO-8859-1'), 'latin1');

  it.each([
    ['zlib', deflateSync(xml), 200],
    ['gzip', gzipSync(xml), 200],
    ['raw JSON', json, 200],
    ['raw XML', xml, 200],
    ['Latin-1', latin1, 200],
    ['NUL in a string', json, 200],
    ['truncated zlib', deflateSync(xml).subarray(0, 60), 400],
    ['a bomb', deflateSync(Buffer.alloc(64 * 2 ** 20 + 1, ' '), { level: 9 }), 413],
    ['an unknown QUERY', Buffer.from('<REQUEST><QUERY>HELLO</QUERY></REQUEST>'), 400],
    ['an unknown action', Buffer.from('{"action":"hello","deviceid":"pc1"}'), 501],
  ])('answers %s', async (_what, body, status) => {
    expect((await newSite().post(body, { 'content-type': 'image/png' })).status).toBe(status);
  });

  it('reads Latin-1, and replaces NUL', async () => {
    const names = await Promise.all(
      [latin1, json].map(async (body) => (await (await sent(body)).fleet.machines())[0]?.name),
    );
    expect(names).toEqual(['café', 'a\ufffdb']);
  });

  it('answers a PROLOG with GLPI-Agent-ID in JSON, without in XML', async () => {
    expect((await newSite().post(prolog, AGENT)).text).toBe('{"status":"ok","expiration":24}');
    expect((await newSite().post(prolog)).response).toBe('SEND');
  });
});

describe('check 6: two machines that say', () => {
  interface Told {
    readonly name?: string;
    readonly uuid?: string;
    readonly serial?: string;
    readonly mac?: string;
  }
  const UUID = '4c4c4544-0042-3510-8054-b7c04f4e3532';
  const pc: Told = {
    name: 'pc',
    uuid: UUID,
    serial: 'CN7X1',
    mac: 'b8:ca:3a:91:01:02',
  };

  async function doublesOf(...told: readonly Told[]): Promise<number> {
    const bodies = told.map(({ name, uuid, serial, mac }, at) => {
      const networks = mac ? [{ description: 'eth0', mac }] : [];
      const content = { hardware: { name, uuid }, bios: { ssn: serial }, networks };
      return Buffer.from(JSON.stringify({ deviceid: `pc-${at}`, content }));
    });
    const machines = await (await sent(...bodies)).fleet.machines();
    return machines.filter(({ possibleDoubles }) => possibleDoubles.length > 0).length;
  }

  it.each([
    [
      'the same serial that is junk are no doubles',
      { serial: 'To be filled by O.E.M.' },
      { serial: 'To be filled by O.E.M.' },
      0,
    ],
    ['another name are, after a rename', pc, { ...pc, name: 'renamed' }, 2],
    ['other MAC addresses are: a clone, or another dock', pc, { ...pc, mac: 'b8:ca:3a:91:0f:0f' }, 2],
    ['the UUID of their host are: a container', pc, { name: 'container', uuid: UUID }, 2],
    ['the same name alone are not', { name: 'pc', serial: 'A1B2C3' }, { name: 'pc', serial: 'D4E5F6' }, 0],
    // Which half of its bytes a firmware swapped cannot be told from one UUID; its serial and MAC tell.
    [
      'a UUID with swapped bytes are, by what else they say',
      pc,
      { ...pc, uuid: '44454c4c-4200-1035-8054-b7c04f4e3532' },
      2,
    ],
  ] as const)('%s', async (_what, one, other, count) => {
    expect(await doublesOf(one, other)).toBe(count);
  });
});

describe.runIf(samples)('check 7: the difference between computer_3 and computer_3_updated', () => {
  it('is what changed on the machine, not what moves by itself', async () => {
    const { fleet } = await sent(sample('json/computer_3.json'), sample('json/computer_3_updated.json'));
    const delta = await fleet.compare(await fleet.locate('LF014@first'), await fleet.locate('LF014@last'));
    const fields = (section: SectionName) =>
      delta.sections
        .find(({ name }) => name === section)
        ?.changes.flatMap((change) => change.fields.map(({ field }) => field)) ?? [];
    expect(fields('hardware')).not.toContain('memory');
    expect(fields('operatingsystem')).toEqual(expect.arrayContaining(['kernelVersion', 'sshKey']));
    expect(fields('operatingsystem')).not.toContain('bootTime');
    expect(fields('drives')).not.toContain('free');
    const names = delta.sections.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['softwares', 'monitors', 'networks']));
    expect(names).not.toContain('timezone');
    // The first run sent neither section: what it would have said of them is unknown, not none.
    const unknown = delta.notCompared.map(({ section }) => section);
    expect(unknown).toEqual(expect.arrayContaining(['virtualmachines', 'firewall']));
    expect(delta.hidden.noise).toBeGreaterThan(0);
  });
});

it('check 8: a section that was not collected keeps its values, and nothing was removed', async () => {
  const full = { deviceid: 'pc1', content: { hardware: { name: 'pc1' }, printers: [{ name: 'lp' }] } };
  const failed = { deviceid: 'pc1', content: { hardware: { name: 'pc1', workgroup: 'x' } } };
  const { fleet } = await sent(...[full, failed].map((document) => Buffer.from(JSON.stringify(document))));
  const { sections } = await fleet.view(await fleet.locate('pc1'));
  expect(sections.find(({ name }) => name === 'printers')).toMatchObject({
    completeness: 'skipped',
    reason: 'not-sent',
    rows: [{ name: 'lp' }],
  });
  const delta = await fleet.compare(await fleet.locate('pc1@first'), await fleet.locate('pc1@last'));
  expect(delta.sections.map(({ name }) => name)).toEqual(['hardware']);
});

it('check 9: the requests of a real GLPI agent are answered, and kept once', async () => {
  const names = ['ocs-prolog.xml', 'glpi-full.json', 'glpi-contact.json', 'glpi-partial.json', 'ocs-inventory.xml'];
  const { fleet } = await sent(...names.map((name) => deflateSync(capture(`glpi/${name}`))));
  const machines = await fleet.machines();
  expect(machines.map(({ id, snapshots }) => [id, snapshots])).toEqual([
    ['vm-2026-11-23-18-33-34', 1],
    ['vm-2026-11-23-18-34-05', 1],
  ]);
});

it('check 10: a collector that hangs ends at its time limit, and the document is made without it', async () => {
  const endless = () => new Promise<never>(() => {});
  const hanging: Collector<'cpus'> = { name: 'cpus', section: 'cpus', platforms: ['linux'], collect: endless };
  const options = { log: memoryLog(), collectors: [hanging], collectorMilliseconds: 10 };
  const { collectors, sections, reports } = await collect(fakeHost({}), options);
  expect(collectors).toMatchObject([{ name: 'cpus', outcome: 'timed out' }]);
  const inventory = { kind: 'computer', agent: 'x', sections, reports, account: {}, extras: [] } as const;
  expect((await inventoryOf(Buffer.from(encodeGlpi(inventory).text))).reports.cpus?.state).toBe('failed');
});
