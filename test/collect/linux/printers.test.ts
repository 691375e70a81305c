import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linuxPrinters } from '../../../src/collect/linux/printers.ts';
import { recordingHost } from '../../../src/collect/recording-host.ts';
import { rootedHost } from '../../../src/collect/rooted-host.ts';
import { ippRequest, parseIppReply } from '../../../src/collect/sources/ipp.ts';
import { getOverSocket } from '../../../src/collect/unix-socket.ts';
import { fakeHost } from '../fake-host.ts';

const CUPS = '/run/cups/cups.sock /';
const PRINTERS_CONF = '/etc/cups/printers.conf';
const folder = 'test/fixtures/cups';
const printers = await readFile(`${folder}/printers.ipp`);

const queues = [
  {
    ...{ name: 'Etiquettes', driver: 'Local Raw Printer', description: 'Zebra', shared: false, network: false },
    ...{ port: 'usb://Zebra%20Technologies/ZTC%20GK420d?serial=28J124300001', serial: '28J124300001' },
    status: 'Stopped',
  },
  {
    ...{ name: 'Salle_B12', driver: 'Local Raw Printer', description: 'Imprimante de la salle B12', shared: true },
    ...{ port: 'ipp://10.0.12.40/ipp/print', network: true, comment: 'Bâtiment B, 1er étage', status: 'Idle' },
  },
];

describe('printers', () => {
  it('are those that CUPS tells everyone, also who may not read its file', async () => {
    const machine = { answers: { [CUPS]: printers }, files: { [PRINTERS_CONF]: '' }, forbidden: [PRINTERS_CONF] };
    expect(await linuxPrinters.collect(fakeHost(machine))).toEqual({ rows: queues });
  });

  it('are none where CUPS says that it has none', async () => {
    const none = await readFile(`${folder}/no-printers.ipp`);
    expect(await linuxPrinters.collect(fakeHost({ answers: { [CUPS]: none } }))).toEqual({ rows: [] });
  });

  it.each([
    ['is silent', {}],
    ['refuses', { [CUPS]: Buffer.from([2, 0, 0x04, 0x03, 0, 0, 0, 1, 3]) }],
    ['is another program', { [CUPS]: 'hello' }],
  ])('are those of its file where it %s', async (_, answers) => {
    const file = '<DefaultPrinter Salle>\nMakeModel Ricoh\nDeviceURI socket://u:p@10.0.0.9\nShared No\n</Printer>\n';
    expect(await linuxPrinters.collect(fakeHost({ answers, files: { [PRINTERS_CONF]: file } }))).toEqual({
      rows: [{ name: 'Salle', driver: 'Ricoh', port: 'socket://10.0.0.9', network: true, shared: false }],
    });
  });

  it('need root where CUPS does not answer and its file is closed', async () => {
    const machine = { files: { [PRINTERS_CONF]: '' }, forbidden: [PRINTERS_CONF] };
    await expect(linuxPrinters.collect(fakeHost(machine))).rejects.toMatchObject({ code: 'permission' });
  });

  it('are answered again by a recording', async () => {
    const target = await mkdtemp(join(tmpdir(), 'parcours-cups-'));
    try {
      const { host, save } = await recordingHost(fakeHost({ answers: { [CUPS]: printers } }), target);
      await linuxPrinters.collect(host);
      await save();
      expect((await linuxPrinters.collect(await rootedHost(target)))?.rows).toEqual(queues);
    } finally {
      await rm(target, { recursive: true });
    }
  });
});

describe('a question to a service', () => {
  it('is posted with its type, and answered in bytes', async () => {
    const target = await mkdtemp(join(tmpdir(), 'parcours-cups-'));
    const path = join(target, 'cups.sock');
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString('hex');
        response.end(`${request.method} ${request.headers['content-type']} ${body}`);
      });
    });
    await new Promise<void>((resolve) => server.listen(path, resolve));
    try {
      const answer = await getOverSocket(path, '/', { type: 'application/ipp', body: Buffer.from([1, 2]) });
      expect(Buffer.from(answer ?? []).toString()).toBe('POST application/ipp 0102');
    } finally {
      server.close();
      await rm(target, { recursive: true });
    }
  });
});

describe('IPP', () => {
  it('asks as RFC 8010 says', () => {
    const request = Buffer.from(ippRequest(0x4002, ['printer-name', 'device-uri'])).toString('latin1');
    expect(request).toBe(
      '\x02\0\x40\x02\0\0\0\x01\x01' +
        '\x47\0\x12attributes-charset\0\x05utf-8' +
        '\x48\0\x1battributes-natural-language\0\x02en' +
        '\x44\0\x14requested-attributes\0\x0cprinter-name' +
        '\x44\0\0\0\x0adevice-uri\x03',
    );
  });

  it('has names in a language of their own, and further values that are left', () => {
    const name = '\x36\0\x0cprinter-name\0\x0b\0\x02fr\0\x05Salle';
    const reply = Buffer.from(`\x02\0\0\0\0\0\0\x01\x04${name}\x44\0\0\0\x01x\x03`, 'latin1');
    expect(parseIppReply(reply)?.printers).toEqual([new Map([['printer-name', 'Salle']])]);
  });

  it('ends where a reply is cut, and takes any bytes', () => {
    for (let length = 0; length < printers.length; length++) {
      expect(() => parseIppReply(printers.subarray(0, length))).not.toThrow();
    }
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void parseIppReply(bytes)));
  });
});
