import { type Structure, smbiosTable, word } from './smbios-table.ts';

/** Values found in a real office computer's table, with invented serial numbers; one of four slots is filled. */
const officePc: readonly Structure[] = [
  { type: 0, length: 0x18, texts: { 4: 'Dell Inc.', 5: '1.9.1', 8: '04/16/2021' } },
  {
    type: 1,
    length: 0x1b,
    bytes: { 8: [0x44, 0x45, 0x4c, 0x4c, 0x58, 0x00, 0x10, 0x4b, 0x80, 0x32, 0xb5, 0xc0, 0x4f, 0x59, 0x36, 0x33] },
    texts: { 4: 'Dell Inc.', 5: 'OptiPlex 7090', 6: 'Not Specified', 7: '5XK2Y63', 25: '0A52' },
  },
  { type: 2, length: 0x0f, texts: { 4: 'Dell Inc.', 5: '0K240Y', 6: 'A00', 7: '/5XK2Y63/CNWS2001/', 8: 'None' } },
  { type: 3, length: 0x16, bytes: { 5: 0x83 }, texts: { 4: 'Dell Inc.', 7: 'To Be Filled By O.E.M.', 8: 'INV-0042' } },
  {
    type: 4,
    length: 0x30,
    bytes: { 20: word(4500), 22: word(3100), 24: 0x41 },
    texts: { 4: 'U3E1', 7: 'Intel(R) Corporation', 16: 'Intel(R) Core(TM) i5-10500', 32: 'Default string' },
  },
  { type: 4, length: 0x30, bytes: { 24: 0x00 }, texts: { 4: 'U3E2' } },
  { type: 16, length: 0x17, bytes: { 5: 3, 6: 3 } },
  {
    type: 17,
    length: 0x28,
    bytes: { 12: word(8192), 14: 9, 18: 0x1a, 21: word(2666) },
    texts: { 16: 'DIMM1', 17: 'Not Specified', 23: 'Hynix', 24: '83A1B2C3', 26: 'HMA81GU6CJR8N-VK   ' },
  },
  {
    type: 17,
    length: 0x28,
    bytes: { 12: word(0), 14: 9, 18: 2 },
    texts: { 16: 'DIMM2', 23: 'Not Specified', 24: 'Not Specified' },
  },
  { type: 8, length: 9, bytes: { 5: 0, 7: 0x0b, 8: 0x1f }, texts: { 4: 'None', 6: 'LAN' } },
  { type: 8, length: 9, bytes: { 5: 0x22, 7: 0, 8: 0x20 }, texts: { 4: 'SATA0', 6: 'Not Specified' } },
  {
    type: 9,
    length: 0x11,
    bytes: { 5: 0xb6, 6: 0x0d, 7: 3, 9: word(1) },
    texts: { 4: 'SLOT1' },
  },
  { type: 9, length: 0x11, bytes: { 5: 0x17, 6: 0x0a, 7: 4, 9: word(5) }, texts: { 4: 'M.2 SSD' } },
];

export const officePcTable = smbiosTable(officePc);
