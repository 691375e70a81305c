import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Collector } from '../../src/collect/collector.ts';
import { localHost } from '../../src/collect/local-host.ts';
import { collect } from '../../src/collect/run.ts';
import { canonicalOrder } from '../../src/model/canonical.ts';
import { type Sections, sectionNames } from '../../src/model/catalogue.ts';
import { readDocument } from '../../src/wire/document.ts';
import { encodeGlpi } from '../../src/wire/glpi/inventory.ts';
import { inflateReply } from '../../src/wire/inflate-sync.ts';
import { encodeInventory } from '../../src/wire/ocs/request.ts';
import { fakeHost } from '../collect/fake-host.ts';
import { capture, inventoryOf, inventoryXml } from '../wire/captures.ts';
import { samples, schemaChecker } from '../wire/glpi/schema.ts';
import { valuesIn } from '../wire/lost-elements.ts';
import { AGENT, keptBy, sample, sent } from './glpi-site.ts';
import { memoryLog } from './receiver.ts';
import { newSite } from './site.ts';

/** Section 10 of the GLPI reference: the checks that a receiver and a writer of GLPI's format should stand; 6 to 8 are in `glpi-fleet-checks`. */
describe('check 1: what is written as GLPI JSON validates', () => {
  it.runIf(samples)('for Debian, Fedora, Windows, macOS and Android', async () => {
    const problems = schemaChecker();
    const families = ['Debian', 'Fedora', 'Windows', 'Mac', 'Android'];
    const documents = [capture('ocs/i-dmi-r640.bin'), ...['1', '2', '3', '13'].map((n) => sample(`xml/${n}.xml`))];
    for (const [at, bytes] of documents.entries()) {
      const inventory = await inventoryOf(bytes);
      expect(inventory.sections.hardware?.[0]?.osName).toContain(families[at]);
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
    const received = await valuesIn(inflateReply(capture(path), 2 ** 24).bytes);
    expect((await valuesIn(again)).toSorted()).toEqual(received.toSorted());
  });
});

describe('check 3: OCS XML → store → GLPI JSON → store loses nothing', () => {
  it.each(['ocs/h-dmi-lenovo.bin', 'ocs/i-dmi-r640.bin', 'fusion/i-dmi-r640.bin'])('of %s', async (path) => {
    const { deviceId = '' } = await inventoryOf(capture(path));
    const before = await keptBy(await sent(capture(path)), deviceId);
    const after = await keptBy(await sent(Buffer.from(encodeGlpi(before).text)), deviceId);
    expect(after.sections).toEqual(before.sections);
    expect(before.sections.hardware?.[0]?.osName).toBeDefined();
  });

  it('of what other converters lose: OS name, processor, architecture of a package, design of a battery', async () => {
    const hardware = '<HARDWARE><NAME>pc1</NAME><OSNAME>Debian GNU/Linux 12</OSNAME></HARDWARE>';
    const cpu = '<CPUS><TYPE>Intel(R) Core(TM) i5-4210U</TYPE></CPUS>';
    const battery =
      '<BATTERIES><NAME>BAT0</NAME><DESIGNCAPACITY>47.52</DESIGNCAPACITY><DESIGNVOLTAGE>11.4</DESIGNVOLTAGE></BATTERIES>';
    const bash = '<SOFTWARES><NAME>bash</NAME><ARCHITECTURE>amd64</ARCHITECTURE></SOFTWARES>';
    const before = await keptBy(await sent(inventoryXml(hardware + cpu + battery + bash)), 'pc1');
    const { sections } = await keptBy(await sent(Buffer.from(encodeGlpi(before).text)), 'pc1');
    expect(sections).toMatchObject({
      hardware: [{ osName: 'Debian GNU/Linux 12' }],
      cpus: [{ type: 'Intel(R) Core(TM) i5-4210U' }],
      batteries: [{ designCapacity: 47520, designVoltage: 11400 }],
      softwares: [{ name: 'bash', architecture: 'amd64' }],
    });
    expect(sections).toEqual(before.sections);
  });
});

describe.runIf(samples)('check 4: the samples of the format', () => {
  it.each(['json', 'xml'])('each yield a machine: %s', async (folder) => {
    const names = readdirSync(join(samples ?? '', 'samples/inventory_format', folder));
    expect(names).toHaveLength(20);
    for (const name of names) {
      const { fleet } = await sent(sample(`${folder}/${name}`));
      expect((await fleet.machines()).length, name).toBeGreaterThan(0);
    }
  });

  it.each([
    ['computer_1', 'glpixps-2018-07-09-09-07-13', ['batteries', 'cpu', 'memory', 'softs', 'volumes']],
    ['computer_2', 'acomputer-2021-01-26-14-32-36', ['vms', 'dbs']],
  ])('merge %s with its parts', async (name, id, parts) => {
    const base = sample(`json/${name}.json`);
    const before = await keptBy(await sent(base), id);
    const bodies = parts.map((part) => sample(`json/${name}_partial_${part}.json`));
    const after = await keptBy(await sent(base, ...bodies), id);
    const told = await Promise.all(bodies.map(async (body) => (await inventoryOf(body)).sections));
    const expected = Object.assign({}, before.sections, ...told) as Sections;
    expect(Object.keys(expected).length).toBeGreaterThan(2);
    for (const section of sectionNames) {
      const [merged, whole] = [after.sections[section] ?? [], expected[section] ?? []];
      expect(canonicalOrder(section, merged), section).toEqual(canonicalOrder(section, whole));
    }
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

it('check 9: the requests of a real GLPI agent are answered, and kept once', async () => {
  const names = ['ocs-prolog.xml', 'glpi-full.json', 'glpi-contact.json', 'glpi-partial.json', 'ocs-inventory.xml'];
  const site = newSite();
  const answers = [];
  for (const name of names) answers.push((await site.post(deflateSync(capture(`glpi/${name}`)), AGENT)).text);
  const json = answers.slice(0, 4).map((answer) => JSON.parse(answer));
  expect(json).toMatchObject(json.map(() => ({ status: 'ok', expiration: 24 })));
  expect(json[2]).toMatchObject({ tasks: { inventory: {} } });
  expect(answers[4]).toContain('NO_ACCOUNT_UPDATE');
  const machines = await site.fleet.machines();
  expect(machines.map(({ id, snapshots }) => [id, snapshots])).toEqual([
    ['vm-2026-11-23-18-33-34', 1],
    ['vm-2026-11-23-18-34-05', 1],
  ]);
});

it('check 10: a collector that hangs ends at its time limit, and the document is made without it', async () => {
  const sleeping: Collector<'cpus'> = {
    name: 'cpus',
    section: 'cpus',
    platforms: ['linux'],
    collect: async (host) => {
      await host.run('sleep', ['600'], { milliseconds: 50, bytes: 1000 });
      return { rows: [{ type: 'never' }] };
    },
  };
  const options = { log: memoryLog(), collectors: [sleeping], collectorMilliseconds: 5000 };
  const { collectors, sections, reports } = await collect({ ...localHost(), facts: fakeHost({}).facts }, options);
  expect(collectors).toMatchObject([{ name: 'cpus', outcome: 'timed out', items: 0 }]);
  const inventory = { kind: 'computer', agent: 'x', sections, reports, account: {}, extras: [] } as const;
  expect((await inventoryOf(Buffer.from(encodeGlpi(inventory).text))).reports.cpus?.state).toBe('failed');
});
