import { expect, it } from 'vitest';
import { isPlaceholderMac, isPlaceholderSerial, isPlaceholderUuid } from '../../src/model/placeholders.ts';

it.each([
  'To be filled by O.E.M.',
  'To Be Filled By O.E.M. ',
  'Default string',
  'System Serial Number',
  'Chassis Serial Number',
  'Not Specified',
  '00000000',
  'xxxxxxxxxxx',
  '0123456789',
  '123456',
  'SN-12345',
  'N/A',
  '-',
  '',
])('does not take %j for a serial number', (serial) => {
  expect(isPlaceholderSerial(serial)).toBe(true);
});

it.each(['LR9NKZ7', 'VMware-56 4d 1a', '8CC0240QXW', '12345A', 'S4EVNX0M123456'])('takes %s for one', (serial) => {
  expect(isPlaceholderSerial(serial)).toBe(false);
});

it('knows UUIDs that no vendor assigned', () => {
  expect(isPlaceholderUuid('00000000-0000-0000-0000-000000000000')).toBe(true);
  expect(isPlaceholderUuid('FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF')).toBe(true);
  expect(isPlaceholderUuid('03000200-0400-0500-0006-000700080009')).toBe(true);
  expect(isPlaceholderUuid('Not Settable')).toBe(true);
  expect(isPlaceholderUuid('4C4C4544-0052-3910-804E-CC04F4B5A37')).toBe(true);
  expect(isPlaceholderUuid('4C4C4544-0052-3910-804E-CC04F4B5A37A')).toBe(false);
});

it('knows addresses that many machines have', () => {
  expect(isPlaceholderMac('00:00:00:00:00:00')).toBe(true);
  expect(isPlaceholderMac('02:42:ac:11:00:02')).toBe(true);
  expect(isPlaceholderMac('0A:00:27:00:00:00')).toBe(true);
  expect(isPlaceholderMac('not a mac')).toBe(true);
  expect(isPlaceholderMac('3C:52:82:6A:01:02')).toBe(false);
});
