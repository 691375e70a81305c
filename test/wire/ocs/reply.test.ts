import { describe, expect, it } from 'vitest';
import type { RawElement } from '../../../src/model/descriptor.ts';
import { inflateReply } from '../../../src/wire/inflate-sync.ts';
import {
  decodeInventoryReply,
  decodePrologReply,
  encodeInventoryReply,
  encodePrologReply,
  type PrologReply,
} from '../../../src/wire/ocs/reply.ts';
import { parseXml } from '../../../src/wire/xml.ts';
import { capture } from '../captures.ts';

async function replyIn(bytes: Uint8Array): Promise<RawElement> {
  return (await parseXml(inflateReply(bytes, 4 * 2 ** 20).bytes)).root;
}

describe('a prolog reply of a real server', () => {
  it('says SEND or STOP', async () => {
    const plain = { inventoryOnStartup: true, prologFreq: 24, options: [] };
    const [send, stop] = await Promise.all(
      ['send', 'stop'].map(async (name) => decodePrologReply(await replyIn(capture(`replies/prolog-${name}.bin`)))),
    );
    expect(send).toEqual({ response: 'SEND', ...plain });
    expect(stop).toEqual({ response: 'STOP', ...plain });
  });

  it('asks for things besides, in any order', async () => {
    const reply = decodePrologReply(await replyIn(capture('replies/server-prolog-reply-all-options.xml')));
    expect(reply.options.map(({ name, params }) => [name, params.length])).toEqual([
      ['REGISTRY', 2],
      ['IPDISCOVER', 1],
      ['DOWNLOAD', 1],
      ['SNMP', 11],
    ]);
    expect(reply.options[1]?.params).toEqual([
      { attributes: { SCAN_TYPE_IPDISCOVER: 'ICMP', IPDISC_LAT: '100', SCAN_ARP_BANDWIDTH: '256' }, text: '10.0.0.0' },
    ]);
  });
});

describe('a prolog reply', () => {
  it('comes back as it was sent', async () => {
    const reply: PrologReply = {
      response: 'SEND',
      prologFreq: 12,
      inventoryOnStartup: false,
      options: [
        { name: 'DOWNLOAD', params: [{ attributes: { TYPE: 'CONF', ON: '0' } }] },
        { name: 'REGISTRY', params: [{ attributes: { REGTREE: '2' }, text: '*' }] },
        { name: 'EMPTY', params: [] },
      ],
    };
    expect(decodePrologReply(await replyIn(Buffer.from(encodePrologReply(reply))))).toEqual(reply);
  });

  it.each([
    ['OTHER', 'STOP'],
    ['send', 'SEND'],
  ])('that says %s means %s', async (response, meaning) => {
    const root = await replyIn(Buffer.from(`<REPLY><RESPONSE>${response}</RESPONSE></REPLY>`));
    expect(decodePrologReply(root)).toEqual({ response: meaning, options: [] });
  });

  it.each(['0', '-1', 'soon', '99999999999'])('has no frequency where it says %s', async (text) => {
    const xml = `<REPLY><RESPONSE>SEND</RESPONSE><PROLOG_FREQ>${text}</PROLOG_FREQ></REPLY>`;
    expect(decodePrologReply(await replyIn(Buffer.from(xml))).prologFreq).toBeUndefined();
  });

  it.each(['<html><body>Welcome</body></html>', '<REPLY/>'])('is not %s', async (xml) => {
    const root = await replyIn(Buffer.from(xml));
    expect(() => decodePrologReply(root)).toThrow(expect.objectContaining({ code: 'protocol' }));
  });
});

describe('an inventory reply', () => {
  it('of a real server brings the administrative values, or none', async () => {
    const update = decodeInventoryReply(await replyIn(capture('replies/inventory-account-update.bin')));
    const none = decodeInventoryReply(await replyIn(capture('replies/inventory-no-account-update.bin')));
    expect(update).toEqual({ response: 'ACCOUNT_UPDATE', account: { TAG: 'salle-204' } });
    expect(none).toEqual({ response: 'NO_ACCOUNT_UPDATE' });
  });

  it('comes back as it was sent', async () => {
    const reply = { response: 'ACCOUNT_UPDATE', account: { TAG: 'B12', constructor: 'x', fields_3: '<&>' } } as const;
    expect(decodeInventoryReply(await replyIn(Buffer.from(encodeInventoryReply(reply))))).toEqual(reply);
  });

  it('with any other word is none', async () => {
    const root = await replyIn(Buffer.from('<REPLY><RESPONSE>SEND</RESPONSE></REPLY>'));
    expect(() => decodeInventoryReply(root)).toThrow(expect.objectContaining({ code: 'protocol' }));
  });
});
