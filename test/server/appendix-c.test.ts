import { request as httpRequest } from 'node:http';
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { DAY } from '../../src/model/time.ts';
import { serve } from '../../src/server/serve.ts';
import { encodeProlog } from '../../src/wire/ocs/request.ts';
import { inventoryXml } from '../wire/captures.ts';
import { newSite } from './site.ts';

/** Appendix C of the OCS protocol reference: what the original answers, and where we answer otherwise, why. */
const ID = 'pc1-2026-01-02-03-04-05';
const NEW_ID = 'pc1-2026-11-23-08-00-00';
const PROLOG = encodeProlog(ID);
const OLD_DISK = disk('old');
const NEW_DISK = disk('new');

function disk(model: string): string {
  return `<STORAGES><NAME>sda</NAME><MODEL>${model}</MODEL></STORAGES>`;
}

function hardware(checksum?: number): string {
  return `<HARDWARE>${checksum === undefined ? '' : `<CHECKSUM>${checksum}</CHECKSUM>`}<NAME>pc1</NAME></HARDWARE>`;
}

function tag(value: string): string {
  return `<ACCOUNTINFO><KEYNAME>TAG</KEYNAME><KEYVALUE>${value}</KEYVALUE></ACCOUNTINFO>`;
}

function software(name: string): string {
  return `<SOFTWARES><NAME>${name}</NAME></SOFTWARES>`;
}

/** What is kept of a machine whose first inventory said this, and whose second says that. */
async function keptAfter(first: string, second: string) {
  const site = newSite();
  await site.post(inventoryXml(first));
  expect((await site.post(inventoryXml(second))).status).toBe(200);
  return site;
}

async function answerTo(body: string | Uint8Array, headers?: Readonly<Record<string, string>>) {
  return newSite().post(body, headers);
}

describe('PROLOG', () => {
  it('C1: asks a new device to send, and switches deployment off', async () => {
    const { status, response, text } = await answerTo(PROLOG);
    expect([status, response]).toEqual([200, 'SEND']);
    expect(text).toMatch(/<NAME>DOWNLOAD<\/NAME>\s*<PARAM TYPE="CONF" ON="0" \/>/);
  });

  it('C2: answers gzip in gzip and plain in plain', async () => {
    const bodies = [deflateSync(PROLOG), gzipSync(PROLOG), PROLOG];
    const answers = await Promise.all(bodies.map((body) => answerTo(body)));
    expect(answers.map(({ response, reply }) => [response, reply.headers['Content-Type']])).toEqual([
      ['SEND', 'application/x-compress-zlib'],
      ['SEND', 'application/x-compress-gzip'],
      ['SEND', 'application/xml'],
    ]);
  });

  it('C3: takes plain XML without a declaration or behind a blank: it can be read (original: 500)', async () => {
    const bare = PROLOG.replace(/^<\?xml.*\n/, '');
    expect(bare).toMatch(/^<REQUEST>/);
    expect((await answerTo(bare)).response).toBe('SEND');
    expect((await answerTo(` ${PROLOG}`)).response).toBe('SEND');
  });

  it.each([
    ['raw deflate', deflateRawSync(PROLOG), 'neither zlib nor gzip nor XML'],
    ['garbage', 'garbage', 'neither zlib nor gzip nor XML'],
    ['an empty body', '', 'empty'],
    ['truncated zlib', deflateSync(PROLOG).subarray(0, 60), 'cut short'],
  ])(
    'C4: refuses %s with 400 and a reason: the sender is wrong, not the server (original: 500)',
    async (_, body, why) => {
      const { status, text } = await answerTo(body);
      expect([status, text]).toEqual([400, expect.stringContaining(why)]);
    },
  );

  it('C4: takes a chunked body, as HTTP/1.1 asks of a server (original: 500)', async () => {
    const { receiver, log } = newSite();
    const serving = await serve({ addresses: [{ host: '127.0.0.1', port: 0 }], receiver, log });
    expect(await postInChunks(serving.urls[0] ?? '', deflateSync(PROLOG))).toBe(200);
    await serving.close();
  });

  it.each([
    ['pc1', 'not of the form'],
    ['', 'missing'],
    ['-2026-01-02-03-04-05', 'not of the form'],
  ])('C5: refuses DEVICEID "%s" with 400', async (id, why) => {
    expect(await answerTo(encodeProlog(id))).toMatchObject({ status: 400, text: expect.stringContaining(why) });
  });

  it('C5: takes blanks around DEVICEID for none: they are never part of a value (original: 400)', async () => {
    expect((await answerTo(encodeProlog(`${ID} `))).response).toBe('SEND');
  });

  it.each(['', '<QUERY>FOO</QUERY>', '<QUERY>prolog</QUERY>'])('C6: refuses QUERY "%s" with 400', async (query) => {
    const { status, text } = await answerTo(`<REQUEST><DEVICEID>${ID}</DEVICEID>${query}</REQUEST>`);
    expect([status, text]).toEqual([400, expect.stringContaining('QUERY')]);
  });

  it.each([undefined, 'curl/7', 'OCS-NG_unified_unix_agent_v3.0', 'ocs-ng_unified_unix_agent_v2.1', `a"b'c_v2.1`])(
    'C7: serves the User-Agent %s, which tells nothing of who may send: passwords do (original: 400)',
    async (agent) => {
      const headers = agent === undefined ? {} : { 'user-agent': agent };
      expect((await answerTo(PROLOG, headers)).response).toBe('SEND');
      expect((await answerTo(inventoryXml(hardware()), headers)).status).toBe(200);
    },
  );

  it('C8: serves an agent newer than the protocol we know', async () => {
    expect((await answerTo(PROLOG, { 'user-agent': 'OCS-NG_unified_unix_agent_v2.13' })).response).toBe('SEND');
  });
});

describe('TAG', () => {
  it('C9: of a new device is kept', async () => {
    const site = newSite();
    expect((await site.post(inventoryXml(tag('B12')))).response).toBe('NO_ACCOUNT_UPDATE');
    expect((await site.store.machine(ID))?.account).toEqual({ TAG: 'B12' });
  });

  it.each([
    ['C10: is told to a known device that sends none', '', 'ACCOUNT_UPDATE'],
    ['C11: is not told to a known device that has it', tag('B12'), 'NO_ACCOUNT_UPDATE'],
    ['C12: is told to a known device that has another, which is not kept', tag('C3'), 'ACCOUNT_UPDATE'],
  ])('%s', async (_, sent, response) => {
    const site = await keptAfter(tag('B12'), hardware());
    const answer = await site.post(inventoryXml(sent));
    expect(answer.response).toBe(response);
    expect(answer.text.includes('<KEYVALUE>B12</KEYVALUE>')).toBe(response === 'ACCOUNT_UPDATE');
    expect((await site.store.machine(ID))?.account).toEqual({ TAG: 'B12' });
  });
});

describe('CHECKSUM', () => {
  it('C13: 1, and other STORAGES: they are taken, the mask is never trusted (original: kept back)', async () => {
    const site = await keptAfter(hardware() + OLD_DISK, hardware(1) + NEW_DISK);
    expect(await site.rows(ID, 'storages')).toMatchObject([{ model: 'new' }]);
  });

  it('C14: 257, and other STORAGES: they are replaced', async () => {
    const site = await keptAfter(hardware() + OLD_DISK, hardware(257) + NEW_DISK);
    expect(await site.rows(ID, 'storages')).toMatchObject([{ model: 'new' }]);
  });

  it('C15: 257 without STORAGES: there are none any more, since the agent says they changed (original: kept)', async () => {
    const site = await keptAfter(hardware() + OLD_DISK, hardware(257));
    expect(await site.rows(ID, 'storages')).toEqual([]);
  });

  it('C15: 1 without STORAGES: they are as they were', async () => {
    const site = await keptAfter(hardware() + OLD_DISK, hardware(1));
    expect(await site.rows(ID, 'storages')).toMatchObject([{ model: 'old' }]);
  });

  it('C16: missing: all that was sent is taken, and nothing that was not is gone', async () => {
    const site = await keptAfter(hardware() + OLD_DISK + software('vim'), hardware() + NEW_DISK);
    expect(await site.rows(ID, 'storages')).toMatchObject([{ model: 'new' }]);
    expect(await site.rows(ID, 'softwares')).toMatchObject([{ name: 'vim' }]);
  });

  it('C17: 1, and other SOFTWARES: they are replaced', async () => {
    const site = await keptAfter(hardware() + software('vim'), hardware(1) + software('emacs'));
    expect(await site.rows(ID, 'softwares')).toMatchObject([{ name: 'emacs' }]);
  });

  it.each(['', '<SOFTWARES/>', '<SOFTWARES></SOFTWARES>'])('C18: and "%s": the software is kept', async (sent) => {
    const site = await keptAfter(hardware() + software('vim'), hardware(65_535) + sent);
    expect(await site.rows(ID, 'softwares')).toMatchObject([{ name: 'vim' }]);
  });
});

describe('what a document says oddly', () => {
  it.each([
    ['declared', '<?xml version="1.0" encoding="ISO-8859-1"?>'],
    ['undeclared', ''],
  ])('C19: Latin-1, %s, is read right', async (_, declaration) => {
    const site = newSite();
    const xml = inventoryXml('<HARDWARE><NAME>Müller</NAME></HARDWARE>').toString();
    await site.post(Buffer.from(xml.replace(/^<\?xml.*?\?>/, declaration), 'latin1'));
    expect(await site.rows(ID, 'hardware')).toEqual([{ name: 'Müller' }]);
  });

  it('C19: a control character is replaced and counted: one bad value loses no machine (original: 500)', async () => {
    const site = newSite();
    expect((await site.post(inventoryXml(software('vi\u0007m')))).status).toBe(200);
    expect(await site.rows(ID, 'softwares')).toEqual([{ name: 'vi\ufffdm' }]);
    expect(site.log.lines).toMatchObject([{ fields: { replacedCharacters: 1 } }]);
  });

  it('C20: two HARDWARE and two BIOS are read as one; the first value wins, the other is kept (original: 500)', async () => {
    const site = newSite();
    const twice = `${hardware()}<HARDWARE><NAME>pc2</NAME><UUID>u</UUID></HARDWARE>`;
    await site.post(inventoryXml(`${twice}<BIOS><SSN>1</SSN></BIOS><BIOS><SMODEL>m</SMODEL></BIOS>`));
    expect(await site.rows(ID, 'hardware')).toEqual([
      { name: 'pc1', uuid: 'u', extras: [{ name: 'NAME', text: 'pc2' }] },
    ]);
    expect(await site.rows(ID, 'bios')).toEqual([{ serial: '1', model: 'm' }]);
  });

  it('C21: the same machine under a new DEVICEID stays two, shown as possible doubles: twins are sold too (original: merged)', async () => {
    const site = newSite();
    const same = `${hardware()}<BIOS><SSN>C02XL</SSN></BIOS><NETWORKS><MACADDR>02:42:ac:11:00:07</MACADDR></NETWORKS>`;
    await site.post(inventoryXml(tag('B12') + same));
    await site.post(inventoryXml(same, NEW_ID));
    const doubles = (await site.fleet.machines()).map(({ id, possibleDoubles }) => [id, possibleDoubles]);
    expect(Object.fromEntries(doubles)).toEqual({ [ID]: [NEW_ID], [NEW_ID]: [ID] });
  });

  it.each([
    ['in CONTENT', `<OLD_DEVICEID>${ID}</OLD_DEVICEID>`],
    ['in DOWNLOAD/HISTORY', `<DOWNLOAD><HISTORY><OLD_DEVICEID>${ID}</OLD_DEVICEID></HISTORY></DOWNLOAD>`],
  ])('C22: OLD_DEVICEID %s names the machine: its history, TAG and both ids stay together', async (_, old) => {
    const site = newSite();
    await site.post(inventoryXml(tag('B12') + hardware() + OLD_DISK));
    const { response, text } = await site.post(inventoryXml(hardware() + NEW_DISK + old, NEW_ID));
    expect([response, text]).toEqual(['ACCOUNT_UPDATE', expect.stringContaining('B12')]);
    expect(await site.fleet.machines()).toMatchObject([{ id: ID, aliases: [NEW_ID], snapshots: 2, tag: 'B12' }]);
    expect(await site.post(inventoryXml(hardware(), NEW_ID))).toMatchObject({ status: 200 });
    expect(await site.fleet.machines()).toHaveLength(1);
  });

  it('C23: IPDISCOVER is kept as it came, the bad host too: nobody is asked to scan, nothing is lost (original: 2 rows)', async () => {
    const site = newSite();
    const hosts = ['10.0.0.9', '10.0.0.10', 'nonsense'].map((ip) => `<H><I>${ip}</I><M>02:42:ac:11:00:09</M></H>`);
    await site.post(inventoryXml(`${hardware()}<IPDISCOVER>${hosts.join('')}</IPDISCOVER>`));
    const [kept] = (await site.store.machine(ID))?.extras ?? [];
    expect([kept?.name, kept?.children?.map(({ children }) => children?.[0]?.text)]).toEqual([
      'IPDISCOVER',
      ['10.0.0.9', '10.0.0.10', 'nonsense'],
    ]);
  });

  const networks = (...rows: readonly (readonly [mac: string, ip: string])[]) =>
    rows
      .map(
        ([mac, ip]) =>
          `<NETWORKS><DESCRIPTION>eth0</DESCRIPTION><MACADDR>${mac}</MACADDR><IPADDRESS>${ip}</IPADDRESS><IPDHCP>192.0.2.1</IPDHCP><SPEED>1 Gb/s</SPEED></NETWORKS>`,
      )
      .join('');
  const iface = (mac: string, ip: string) =>
    `<IFACE><MAC>${mac}</MAC><IP>${ip}</IP><MASK>255.255.255.0</MASK><GW>10.0.0.1</GW><SUBNET>10.0.0.0</SUBNET></IFACE>`;
  const notify = (content: string, type = 'IP') =>
    `<REQUEST><DEVICEID>${ID}</DEVICEID><CONTENT/><QUERY>NOTIFY</QUERY><TYPE>${type}</TYPE>${content}</REQUEST>`;
  const address = '<HARDWARE><NAME/><IPADDR>10.0.0.77</IPADDR></HARDWARE>';

  it('C24: NOTIFY is answered empty; the row with that MAC and the machine have the new address, and its history says so', async () => {
    const site = newSite({ frequencyDays: 1 });
    await site.post(
      inventoryXml(
        hardware() +
          networks(
            ['02:42:AC:11:00:07', 'fe80::7'],
            ['02:42:ac:11:00:07', '10.0.0.5'],
            ['02:42:ac:11:00:08', '10.0.0.6'],
          ),
      ),
    );
    site.later(1.5 * DAY);
    expect(await site.post(notify(iface('02:42:ac:11:00:07', '10.0.0.77') + address))).toMatchObject({
      status: 200,
      text: '',
    });
    expect(await site.rows(ID, 'networks')).toMatchObject([
      { ipAddress: 'fe80::7' },
      {
        ipAddress: '10.0.0.77',
        ipMask: '255.255.255.0',
        ipGateway: '10.0.0.1',
        ipSubnet: '10.0.0.0',
        speed: '1 Gb/s',
      },
      { ipAddress: '10.0.0.6' },
    ]);
    expect((await site.rows(ID, 'networks')).map((row) => 'ipDhcp' in row)).toEqual([true, false, true]);
    expect((await site.fleet.machines())[0]).toMatchObject({ ip: '10.0.0.77', snapshots: 2, name: 'pc1' });
    expect((await site.post(PROLOG)).response).toBe('SEND');
  });

  it('C24: NOTIFY of a machine, an interface or a type nobody knows, or without mask, is answered empty and changes nothing', async () => {
    const site = newSite();
    expect(await site.post(notify(iface('02:42:ac:11:00:07', '10.0.0.77')))).toMatchObject({ status: 200, text: '' });
    await site.post(inventoryXml(hardware() + networks(['02:42:ac:11:00:07', '10.0.0.5'])));
    const before = await site.store.machine(ID);
    const noMask = iface('02:42:ac:11:00:07', '10.0.0.77').replace(/<MASK>.*<\/MASK>/, '');
    for (const content of [
      iface('02:42:ac:11:00:99', '10.0.0.77'),
      iface('02:42:ac:11:00:07', 'no address'),
      noMask,
      '',
    ]) {
      expect(await site.post(notify(content))).toMatchObject({ status: 200, text: '' });
    }
    expect((await site.post(notify(address, 'OTHER'))).status).toBe(200);
    expect(await site.store.machine(ID)).toEqual(before);
  });
});

describe('FREQUENCY', () => {
  it('C25: 1, and an inventory of today: STOP with options; nobody has the duty to scan (original: SEND for such)', async () => {
    const site = newSite({ frequencyDays: 1 });
    await site.post(inventoryXml(hardware()));
    const { response, text } = await site.post(PROLOG);
    expect([response, text]).toEqual(['STOP', expect.stringContaining('<NAME>DOWNLOAD</NAME>')]);
  });

  it('C25: counts from the last inventory; contacts do not put it off', async () => {
    const site = newSite({ frequencyDays: 2 });
    await site.post(inventoryXml(hardware()));
    const responses = [];
    for (const step of [0.5, 0.5, 0.9, 0.2]) {
      site.later(step * DAY);
      responses.push((await site.post(PROLOG)).response);
    }
    expect(responses).toEqual(['STOP', 'STOP', 'STOP', 'SEND']);
  });

  it('C25: counts for a machine known by a former id, too', async () => {
    const site = newSite({ frequencyDays: 1 });
    await site.post(inventoryXml(hardware()));
    await site.post(inventoryXml(`${hardware()}<OLD_DEVICEID>${ID}</OLD_DEVICEID>`, NEW_ID));
    expect((await site.post(encodeProlog(NEW_ID))).response).toBe('STOP');
  });

  it('C25: asks a machine whose clock was ahead, instead of waiting for that day', async () => {
    const site = newSite({ frequencyDays: 1 });
    const ahead = '<PARCOURS><AT>2036-01-01T00:00:00Z</AT></PARCOURS>';
    await site.post(inventoryXml(hardware() + ahead));
    site.later(2 * DAY);
    expect((await site.post(PROLOG)).response).toBe('SEND');
  });

  it('C25: what was set for a machine goes before what is asked of all', async () => {
    const site = newSite({ frequencyDays: 0 });
    await site.post(inventoryXml(hardware()));
    await site.store.setAccount(ID, { FREQUENCY: '2', PROLOG_FREQ: '5' });
    const first = await site.post(PROLOG);
    site.later(2.1 * DAY);
    expect([first.response, (await site.post(PROLOG)).response]).toEqual(['STOP', 'SEND']);
    expect(first.text).toContain('<PROLOG_FREQ>5</PROLOG_FREQ>');
    await site.store.setAccount(ID, { FREQUENCY: '-1' });
    const never = await site.post(PROLOG);
    expect([never.response, never.text.includes('OPTION')]).toEqual(['STOP', false]);
    await site.store.setAccount(ID, { FREQUENCY: '', PROLOG_FREQ: '' });
    expect(await site.post(PROLOG)).toMatchObject({ response: 'SEND', text: expect.stringContaining('>24<') });
  });

  it('C25: a schedule is neither told to the agent as a custom field, nor taken from it', async () => {
    const site = newSite({ frequencyDays: 1 });
    await site.post(inventoryXml(hardware() + tag('B12') + tag('-1').replace('TAG', 'FREQUENCY')));
    expect((await site.store.machine(ID))?.account).toEqual({ TAG: 'B12' });
    await site.store.setAccount(ID, { FREQUENCY: '3' });
    const { text } = await site.post(inventoryXml(hardware()));
    expect([text.includes('B12'), text.includes('FREQUENCY')]).toEqual([true, false]);
  });

  it('C25: counts by the clock of the receiver, whatever a machine says: behind, ahead, or both', async () => {
    const site = newSite({ frequencyDays: 1 });
    for (const at of ['2016-01-01T00:00:00Z', '2036-01-01T00:00:00Z', '2016-01-02T00:00:00Z']) {
      const date = new Date(at).toUTCString();
      await site.post(inventoryXml(`${hardware()}<PARCOURS><AT>${at}</AT></PARCOURS>`), { date });
      expect((await site.post(PROLOG)).response).toBe('STOP');
      site.later(1.1 * DAY);
      expect((await site.post(PROLOG)).response).toBe('SEND');
    }
  });

  it('C25: does not wait for a day that only the wrong clock of the receiver has seen', async () => {
    const site = newSite({ frequencyDays: 1 });
    site.later(3650 * DAY);
    await site.post(inventoryXml(hardware()));
    site.later(-3650 * DAY);
    expect((await site.post(PROLOG)).response).toBe('SEND');
  });

  it('C26: -1: STOP without any option, for new and known devices', async () => {
    const site = newSite({ frequencyDays: -1, prologFreqHours: 6 });
    const first = await site.post(PROLOG);
    await site.post(inventoryXml(hardware()));
    const second = await site.post(PROLOG);
    expect([first.response, second.response]).toEqual(['STOP', 'STOP']);
    expect(second.text).not.toContain('OPTION');
    expect(second.text).toContain('<PROLOG_FREQ>6</PROLOG_FREQ>');
  });
});

function postInChunks(url: string, body: Uint8Array): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method: 'POST', agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('error', reject);
    for (let at = 0; at < body.length; at += 40) request.write(body.subarray(at, at + 40));
    request.end();
  });
}
