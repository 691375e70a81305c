import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linuxMonitors } from '../../../src/collect/linux/monitors.ts';
import { parseEdid } from '../../../src/collect/sources/edid.ts';
import { fakeHost } from '../fake-host.ts';

interface Monitor {
  readonly maker: string;
  readonly product?: number;
  readonly serialNumber?: number;
  readonly week?: number;
  readonly year: number;
  /** Picture in mm and dots, of the first timing; without it the descriptor is empty. */
  readonly picture?: readonly [width: number, height: number, columns: number, lines: number];
  readonly centimetres?: readonly [number, number];
  readonly texts?: readonly (readonly [kind: number, text: string])[];
  readonly extensions?: number;
}

/** The first block of an EDID, with its checksum. */
function edid(monitor: Monitor): Buffer {
  const { maker, product = 0x41d9, serialNumber = 0, week = 12, year, centimetres = [0, 0], extensions = 0 } = monitor;
  const block = Buffer.alloc(128);
  block.set([0, 255, 255, 255, 255, 255, 255, 0]);
  const [a = 0, b = 0, c = 0] = [...maker].map((letter) => letter.charCodeAt(0) - 64);
  block.writeUInt16BE((a << 10) | (b << 5) | c, 8);
  block.writeUInt16LE(product, 10);
  block.writeUInt32LE(serialNumber, 12);
  block.set([week, year - 1990, 1, 4, 0xa5, ...centimetres], 16);
  if (monitor.picture) block.set(timing(...monitor.picture), 54);
  for (const [at, [kind, text]] of (monitor.texts ?? []).entries()) block.set(descriptor(kind, text), 72 + at * 18);
  block[126] = extensions;
  return withChecksum(block);
}

function timing(width: number, height: number, columns: number, lines: number): Buffer {
  const bytes = Buffer.alloc(18);
  bytes.writeUInt16LE(14_850, 0);
  bytes.set([columns & 255, 0, (columns >> 8) << 4, lines & 255, 0, (lines >> 8) << 4], 2);
  bytes.set([width & 255, height & 255, ((width >> 8) << 4) | (height >> 8)], 12);
  return bytes;
}

function descriptor(kind: number, text: string): Buffer {
  return Buffer.from(`\0\0\0${String.fromCharCode(kind)}\0${`${text}\n`.padEnd(13).slice(0, 13)}`, 'latin1');
}

/** A CTA-861 block with one data block of three bytes and then descriptors. */
function ctaBlock(descriptors: readonly Buffer[], first = 7): Buffer {
  const block = Buffer.alloc(128);
  block.set([0x02, 0x03, first, 0, 0x23, 0x09, 0x07]);
  for (const [at, one] of descriptors.entries()) block.set(one, 7 + at * 18);
  return withChecksum(block);
}

function withChecksum(block: Buffer): Buffer {
  block[127] = -block.subarray(0, 127).reduce((sum, byte) => sum + byte, 0) & 0xff;
  return block;
}

const office: Monitor = {
  maker: 'DEL',
  serialNumber: 0x4c4b3531,
  week: 23,
  year: 2019,
  picture: [527, 296, 1920, 1080],
  centimetres: [53, 30],
  texts: [
    [0xff, '7MT0193A15KL'],
    [0xfc, 'DELL P2419H'],
  ],
};

describe('an EDID', () => {
  it('tells maker, name, serial numbers, age, size and dots', () => {
    expect(parseEdid(edid(office))).toEqual({
      ...{ manufacturer: 'DEL', product: 0x41d9, name: 'DELL P2419H', serial: '7MT0193A15KL' },
      ...{ serialNumber: 0x4c4b3531, week: 23, year: 2019, digital: true },
      ...{ size: { width: 527, height: 296 }, resolution: { width: 1920, height: 1080 } },
    });
  });

  it('of a panel without a name has it as a plain text', () => {
    const panel = edid({ maker: 'AUO', year: 2018, texts: [[0xfe, 'B140HAN04.0']] });
    expect(parseEdid(panel)).toMatchObject({ manufacturer: 'AUO', name: 'B140HAN04.0', serial: undefined });
  });

  it('may go on in a CTA-861 block, where the name may stand', () => {
    const bytes = Buffer.concat([
      edid({ ...office, texts: [], extensions: 1 }),
      ctaBlock([timing(0, 0, 1280, 720), descriptor(0xfc, 'LG TV SSCR2')]),
    ]);
    expect(parseEdid(bytes)).toMatchObject({ name: 'LG TV SSCR2', resolution: { width: 1920, height: 1080 } });
  });

  it('ends with the bytes that are there, whatever it announces', () => {
    const announced = edid({ ...office, extensions: 255 });
    expect(parseEdid(Buffer.concat([announced, ctaBlock([]).subarray(0, 60)]))?.name).toBe('DELL P2419H');
    expect(parseEdid(Buffer.concat([announced, ctaBlock([], 255)]))?.name).toBe('DELL P2419H');
  });

  it('of an old screen has its size in centimetres, of a projector none', () => {
    expect(parseEdid(edid({ maker: 'SAM', year: 2004, centimetres: [34, 27] }))?.size).toEqual({
      width: 340,
      height: 270,
    });
    expect(parseEdid(edid({ maker: 'SAM', year: 2004 }))?.size).toBeUndefined();
  });

  it('with a wrong checksum is taken as it is', () => {
    const bytes = edid(office);
    bytes[127] = (bytes[127] ?? 0) ^ 1;
    expect(parseEdid(bytes)?.name).toBe('DELL P2419H');
  });

  it('is none without its head, or when it is cut', () => {
    expect(parseEdid(edid(office).subarray(0, 127))).toBeUndefined();
    expect(parseEdid(Buffer.alloc(128))).toBeUndefined();
    expect(parseEdid(Buffer.alloc(0))).toBeUndefined();
  });

  it('may hold any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(() => parseEdid(Buffer.concat([edid(office).subarray(0, 8), bytes]))).not.toThrow();
      }),
    );
  });
});

describe('monitors', () => {
  it('have a row each where one is plugged in', async () => {
    const files = {
      '/sys/class/drm/card0/dev': '226:0',
      '/sys/class/drm/card0-DP-1/edid': edid(office),
      '/sys/class/drm/card0-HDMI-A-1/edid': new Uint8Array(),
      '/sys/class/drm/card1-eDP-1/edid': edid({ maker: 'BOE', product: 0x07c9, week: 255, year: 2020 }),
    };
    expect((await linuxMonitors.collect(fakeHost({ files })))?.rows).toEqual([
      {
        ...{ caption: 'DELL P2419H', manufacturer: 'Dell', description: '23/2019', type: 'digital', port: 'DP-1' },
        ...{ serial: '7MT0193A15KL', otherSerial: '4C4B3531', size: '527 x 296 mm', resolution: '1920x1080' },
        edid: edid(office).toString('base64'),
      },
      {
        ...{ caption: 'BOE 07C9', manufacturer: 'BOE', description: '2020', type: 'digital', port: 'eDP-1' },
        edid: expect.any(String),
      },
    ]);
  });
});
