import type { Structure } from './smbios-table.ts';
import { smbiosTable, word } from './smbios-table.ts';

/** A table as firmware leaves it, with the version that its entry point gives. */
export interface SmbiosMachine {
  readonly name: string;
  /** `0x0304` is 3.4. */
  readonly version: number;
  readonly structures: readonly Structure[];
}

const uuid = [0x44, 0x45, 0x4c, 0x4c, 0x58, 0x00, 0x10, 0x4b, 0x80, 0x32, 0xb5, 0xc0, 0x4f, 0x59, 0x36, 0x33];
const EMPTY_DIMM = { 12: word(0), 14: 9, 18: 2 };

/** SMBIOS 2.4 is older than the little-endian UUID, and its structures are shorter. */
const oldDesktop: SmbiosMachine = {
  name: 'a desktop of SMBIOS 2.4 with two empty slots',
  version: 0x0204,
  structures: [
    { type: 0, length: 0x18, texts: { 4: 'Phoenix Technologies, LTD', 5: '6.00 PG', 8: '07/02/2007' } },
    {
      type: 1,
      length: 0x1b,
      bytes: { 8: uuid },
      texts: { 4: 'Hewlett-Packard', 5: 'HP Compaq dc5700', 6: ' ', 7: 'CZC7321', 25: 'ET090AV', 26: '103C_53307F' },
    },
    { type: 2, length: 0x08, texts: { 4: 'Hewlett-Packard', 5: '0A60h', 7: 'CNU7' } },
    { type: 3, length: 0x0d, bytes: { 5: 0x04 }, texts: { 4: 'Hewlett-Packard', 7: 'CZC7321', 8: 'CZC7321T' } },
    {
      type: 4,
      length: 0x23,
      bytes: {
        ...{ 5: 3, 6: 0xb9, 8: [0xf6, 6, 0, 0, 0xff, 0xfb, 0xeb, 0xbf], 17: 0x8d, 18: word(266), 20: word(3600) },
        ...{ 22: word(1866), 24: 0x41 },
      },
      texts: { 4: 'XU1 PROCESSOR', 7: 'Intel(R) Corporation', 16: 'Intel(R) Core(TM)2 CPU 6300 @ 1.86GHz' },
    },
    { type: 16, length: 0x0f, bytes: { 4: 3, 5: 3, 6: 3, 13: word(4) } },
    memory24(5, 512, 'XMM1'),
    memory24(5, 1024, 'XMM2'),
    { type: 17, length: 0x1b, bytes: { ...EMPTY_DIMM, 4: word(5) }, texts: { 16: 'XMM3' } },
    { type: 17, length: 0x1b, bytes: { ...EMPTY_DIMM, 4: word(5) }, texts: { 16: 'XMM4' } },
    { type: 8, length: 9, bytes: { 5: 0, 7: 0x0f, 8: 0x0d }, texts: { 4: 'J9', 6: 'KEYBOARD' } },
    { type: 8, length: 9, bytes: { 5: 0, 7: 0x08, 8: 0x09 }, texts: { 4: 'J7', 6: 'COM1' } },
    { type: 9, length: 0x0d, bytes: { 5: 0x06, 6: 5, 7: 3, 9: word(1) }, texts: { 4: 'PCI SLOT1' } },
  ],
};

const withBytes = (bytes: Structure['bytes'], more: Structure['bytes']) => ({ ...bytes, ...more });

const rackServer: SmbiosMachine = {
  name: 'a server of SMBIOS 2.8 with two processors, one module of 32 GB and two power supplies',
  version: 0x0208,
  structures: [
    { type: 0, length: 0x18, texts: { 4: 'HP', 5: 'P89', 8: '10/21/2019' } },
    {
      type: 1,
      length: 0x1b,
      bytes: { 8: uuid },
      texts: { 4: 'HP', 5: 'ProLiant DL360 Gen9', 7: 'CZJ6430ABC', 25: '755258-B21' },
    },
    { type: 2, length: 0x0f, bytes: { 13: 0x0c }, texts: { 4: 'Riser Works', 5: 'PCI riser', 7: 'RISER-1' } },
    { type: 2, length: 0x0f, bytes: { 13: 0x0a }, texts: { 4: 'HP', 5: 'ProLiant DL360 Gen9', 7: 'PFA1X8' } },
    { type: 3, length: 0x16, bytes: { 5: 0x17 }, texts: { 4: 'HP', 7: 'CZJ6430ABC', 8: 'RACK-07' } },
    xeon('Proc 1', 0x41),
    xeon('Proc 2', 0x41),
    { type: 16, length: 0x17, bytes: { 4: 3, 5: 3, 6: 6, 13: word(2) } },
    { type: 16, length: 0x17, bytes: { 4: 3, 5: 3, 6: 6, 13: word(1) } },
    memory28(7, 'PROC 1 DIMM 1', { 12: word(0x7fff), 28: [0, 0x80, 0, 0] }),
    {
      type: 17,
      length: 0x28,
      bytes: withBytes(EMPTY_DIMM, { 4: word(7) }),
      texts: { 16: 'PROC 1 DIMM 2', 23: 'UNKNOWN', 24: 'NOT AVAILABLE', 26: 'NOT AVAILABLE' },
    },
    memory28(8, 'PROC 2 DIMM 1', { 12: word(16384) }),
    { type: 9, length: 0x11, bytes: { 5: 0xb6, 6: 0x0d, 7: 4, 9: word(1) }, texts: { 4: 'PCI-E Slot 1' } },
    { type: 9, length: 0x11, bytes: { 5: 0xb5, 6: 0x0b, 7: 3, 9: word(2) }, texts: { 4: 'PCI-E Slot 2' } },
    supply('PSU 1', 500, 0x13a3),
    supply('PSU 2', 0x8000, 0x1325),
  ],
};

const workstation: SmbiosMachine = {
  name: 'a workstation of SMBIOS 3.3 with a module of 64 GB, one of unknown size and more than 255 threads',
  version: 0x0303,
  structures: [
    { type: 0, length: 0x1a, texts: { 4: 'American Megatrends Inc.', 5: '1.80', 8: '11/15/2023' } },
    {
      type: 1,
      length: 0x1b,
      bytes: { 8: uuid },
      texts: { 4: 'Micro-Star International Co., Ltd.', 5: 'MS-7C91', 7: 'To be filled by O.E.M.' },
    },
    { type: 2, length: 0x0f, bytes: { 13: 0x0a }, texts: { 4: 'Micro-Star', 5: 'B550', 7: '07C9112_K91E' } },
    { type: 3, length: 0x16, bytes: { 5: 0x03 }, texts: { 4: 'Micro-Star', 7: 'To be filled by O.E.M.' } },
    {
      type: 4,
      length: 0x30,
      bytes: {
        ...{ 5: 3, 6: 0x6b, 8: [0x12, 0x0f, 0xa2, 0, 0xff, 0xfb, 0x8b, 0x17], 17: 0x8b, 18: word(100) },
        ...{ 20: word(4400), 22: word(2250), 24: 0x41, 35: 0xff, 36: 0xff, 37: 0xff, 42: word(256), 44: word(256) },
        ...{ 46: word(512) },
      },
      texts: { 4: 'SP5', 7: 'Advanced Micro Devices, Inc.', 16: 'AMD EPYC 9754', 32: 'SN-CPU-1' },
    },
    { type: 16, length: 0x17, bytes: { 4: 3, 5: 3, 6: 5, 13: word(3) } },
    memory33(5, 'DIMM 0', { 12: word(0x7fff), 28: [0, 0, 1, 0] }),
    memory33(5, 'DIMM 1', { 12: word(0xffff) }),
    memory33(5, 'DIMM 2', { 12: word(0), 18: 2 }),
    { type: 8, length: 9, bytes: { 5: 0, 7: 0x23, 8: 0x10 }, texts: { 6: 'USB-C' } },
    { type: 9, length: 0x1b, bytes: { 5: 0xbd, 6: 0x0d, 7: 3, 9: word(0) }, texts: { 4: 'M2_1' } },
  ],
};

const laptop: SmbiosMachine = {
  name: 'a laptop of SMBIOS 2.8 with a battery and soldered memory',
  version: 0x0208,
  structures: [
    { type: 0, length: 0x18, texts: { 4: 'LENOVO', 5: 'N24ET76W (1.51 )', 8: '02/21/2024' } },
    {
      type: 1,
      length: 0x1b,
      bytes: { 8: uuid },
      texts: { 4: 'LENOVO', 5: '20L5CTO1WW', 6: 'ThinkPad T480', 7: 'PF1ABCDE', 25: 'LENOVO_MT_20L5' },
    },
    { type: 2, length: 0x0f, bytes: { 13: 0x0a }, texts: { 4: 'LENOVO', 5: '20L5CTO1WW', 7: 'L1HF7AB' } },
    { type: 3, length: 0x16, bytes: { 5: 0x0a }, texts: { 4: 'LENOVO', 7: 'PF1ABCDE', 8: 'No Asset Information' } },
    xeon('U3E1', 0x41),
    { type: 16, length: 0x17, bytes: { 4: 3, 5: 3, 6: 3, 13: word(1) } },
    {
      type: 17,
      length: 0x22,
      bytes: { 4: word(5), 12: word(8192), 14: 0x0d, 18: 0x1d, 21: word(2133) },
      texts: { 16: 'ChannelA-DIMM0', 23: 'Samsung', 24: '00000000', 26: 'K4EBE304EB-EGCG' },
    },
    {
      type: 22,
      length: 0x1a,
      bytes: { 9: 2, 10: word(2400), 12: word(11460), 15: 0xff, 16: word(0), 18: word(0), 21: 10 },
      texts: { 4: 'Rear', 5: 'SMP', 8: '01AV489', 14: '03.01', 20: 'LiP' },
    },
  ],
};

const virtualMachine: SmbiosMachine = {
  name: 'a virtual machine of SMBIOS 2.8 without serial numbers',
  version: 0x0208,
  structures: [
    { type: 0, length: 0x18, texts: { 4: 'SeaBIOS', 5: '1.16.2-debian-1.16.2-1', 8: '04/01/2014' } },
    { type: 1, length: 0x1b, bytes: { 8: uuid }, texts: { 4: 'QEMU', 5: 'Standard PC (Q35 + ICH9, 2009)' } },
    { type: 3, length: 0x16, bytes: { 5: 0x01 }, texts: { 4: 'QEMU', 6: 'pc-q35-7.2' } },
    {
      type: 4,
      length: 0x2a,
      bytes: { 5: 3, 6: 1, 20: word(2000), 22: word(2000), 24: 0x41, 35: 4, 36: 4, 37: 2 },
      texts: { 4: 'CPU 0', 7: 'QEMU', 16: 'pc-q35-7.2' },
    },
    { type: 4, length: 0x2a, bytes: { 5: 3, 6: 1, 24: 0 }, texts: { 4: 'CPU 1' } },
    { type: 16, length: 0x17, bytes: { 4: 1, 5: 3, 6: 6, 13: word(1) } },
    {
      type: 17,
      length: 0x28,
      bytes: { 4: word(5), 12: word(2048), 14: 9, 18: 7 },
      texts: { 16: 'DIMM 0', 23: 'QEMU' },
    },
  ],
};

/** Every number that the tables of DSP0134 give a name to, and some that they do not. */
const everyCode: SmbiosMachine = {
  name: 'a machine of SMBIOS 3.3 with one of everything',
  version: 0x0303,
  structures: [
    { type: 0, length: 0x1a, texts: { 4: 'Vendor' } },
    { type: 1, length: 0x1b, bytes: { 8: uuid }, texts: { 4: 'Vendor' } },
    ...[...codes(0xfd), 0x100, 0x101].map(processorOfFamily),
    ...codes(0xff).map((code) => ({ type: 8, length: 9, bytes: { 5: code, 7: code, 8: code } })),
    ...codes(0xc4).map((code) => ({ type: 9, length: 0x11, bytes: { 5: code, 6: (code % 14) + 1, 7: code % 6 } })),
    { type: 16, length: 0x17, bytes: { 4: 3, 5: 3, 6: 6, 13: word(40) } },
    ...codes(0x26).map((code) => ({ type: 17, length: 0x28, bytes: { 12: word(1024), 14: code, 18: code } })),
    ...codes(9).map((code) => ({ type: 22, length: 0x1a, bytes: { 9: code, 10: word(code), 21: 3 } })),
  ],
};

function processorOfFamily(family: number): Structure {
  const bytes = family > 0xff ? { 6: 0xfe, 40: word(family) } : { 6: family };
  return { type: 4, length: 0x30, bytes: { ...bytes, 5: 3, 24: 0x41 } };
}

function codes(last: number): readonly number[] {
  return Array.from({ length: last + 1 }, (_, code) => code);
}

export const smbiosMachines = [oldDesktop, rackServer, workstation, laptop, virtualMachine, everyCode];

/** The bytes of the entry point, with the table behind it: what `dmidecode --from-dump` reads. */
export function dumpOf({ version, structures }: SmbiosMachine): Buffer {
  const table = smbiosTable(structures);
  const entry = version >= 0x0300 ? entryPoint3(version, table.length) : entryPoint2(version, table, structures.length);
  return Buffer.concat([entry, Buffer.alloc(32 - entry.length), table]);
}

function entryPoint3(version: number, length: number): Buffer {
  const entry = Buffer.alloc(0x18);
  entry.write('_SM3_', 'latin1');
  entry.set([0x18, version >> 8, version & 0xff, 0, 1], 6);
  entry.writeUInt32LE(length, 12);
  entry.writeUInt32LE(32, 16);
  return withChecksum(entry, 5);
}

function entryPoint2(version: number, table: Uint8Array, count: number): Buffer {
  const entry = Buffer.alloc(0x1f);
  entry.write('_SM_', 'latin1');
  entry.set([0x1f, version >> 8, version & 0xff], 5);
  entry.writeUInt16LE(256, 8);
  entry.write('_DMI_', 16, 'latin1');
  entry.writeUInt16LE(table.length, 22);
  entry.writeUInt32LE(32, 24);
  entry.writeUInt16LE(count + 1, 28);
  entry.set([((version >> 8) << 4) | (version & 15)], 30);
  withChecksum(entry.subarray(16), 5);
  return withChecksum(entry, 4);
}

function withChecksum(bytes: Buffer, at: number): Buffer {
  bytes[at] = -bytes.reduce((sum, byte) => sum + byte, 0) & 0xff;
  return bytes;
}

function memory24(array: number, mebibytes: number, place: string): Structure {
  return {
    type: 17,
    length: 0x1b,
    bytes: { 4: word(array), 12: word(mebibytes), 14: 9, 18: 0x13, 21: word(667) },
    texts: { 16: place, 23: 'JEDEC ID:CE', 24: '7401F9A1', 26: 'M3 78T2953EZ3' },
  };
}

function memory28(array: number, place: string, bytes: Structure['bytes']): Structure {
  return {
    type: 17,
    length: 0x28,
    bytes: withBytes(bytes, { 4: word(array), 14: 9, 18: 0x1a, 21: word(2133) }),
    texts: { 16: place, 23: 'HP', 24: `SN-${place}`, 26: '752369-081' },
  };
}

function memory33(array: number, place: string, bytes: Structure['bytes']): Structure {
  return {
    type: 17,
    length: 0x5c,
    bytes: withBytes({ 4: word(array), 14: 9, 18: 0x22, 21: word(0xffff), 84: [0xc0, 0x12, 0, 0] }, bytes),
    texts: { 16: place, 23: 'Kingston', 24: `SN-${place}`, 26: 'KF548C38-32' },
  };
}

function xeon(socket: string, status: number): Structure {
  return {
    type: 4,
    length: 0x2a,
    bytes: {
      ...{ 5: 3, 6: 0xb3, 8: [0xf1, 6, 4, 0, 0xff, 0xfb, 0xeb, 0xbf], 17: 0x8c, 18: word(100), 20: word(4000) },
      ...{ 22: word(2200), 24: status, 35: 10, 36: 10, 37: 20 },
    },
    texts: { 4: socket, 7: 'Intel', 16: 'Intel(R) Xeon(R) CPU E5-2630 v4 @ 2.20GHz', 32: 'UNKNOWN' },
  };
}

function supply(name: string, watts: number, characteristics: number): Structure {
  return {
    type: 39,
    length: 0x16,
    bytes: { 12: word(watts), 14: word(characteristics) },
    texts: { 5: 'Rear', 6: name, 7: 'HP', 8: `5DMVV-${name}`, 10: '754377-001' },
  };
}
