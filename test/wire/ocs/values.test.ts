import { expect, it } from 'vitest';
import { date, decimal, integer, yesNo } from '../../../src/model/descriptor.ts';
import { convertUnit } from '../../../src/wire/ocs/units.ts';
import { decodeValue, encodeValue } from '../../../src/wire/ocs/values.ts';

const day = date('X', 'x', 'x');
const count = integer('X', 'x', 'x', { unit: 'MiB' });
const size = decimal('X', 'x', 'x', { unit: 'MB' });
const flag = yesNo('X', 'x', 'x');

it.each([
  ['2025/05/20', '2025-05-20'],
  ['2025/5/2', '2025-05-02'],
  ['2025-05-20 08:11:40', '2025-05-20T08:11:40'],
  ['2025/05/20 08:11', '2025-05-20T08:11:00'],
  ['20250520', '2025-05-20'],
  ['20/05/2025', '2025-05-20'],
  ['1970-00-01', undefined],
  ['0000/00/00', undefined],
  ['2025-02-30', undefined],
  ['2025-05-20 25:00:00', undefined],
  ['Mon Nov 23 18:00', undefined],
  ['', undefined],
])('reads the date %j as %j', (text, value) => {
  expect(decodeValue(day, text)).toBe(value);
});

it('writes dates with slashes, the only ones a stock server takes', () => {
  expect(encodeValue(day, '2025-05-20T08:11:40')).toBe('2025/05/20 08:11:40');
});

it.each([
  ['512', 512],
  ['-1', -1],
  ['0007', 7],
  ['100.7', undefined],
  ['1e3', undefined],
  ['500 GB', undefined],
  ['N/A', undefined],
  ['99999999999999999999', undefined],
])('reads the integer %j as %j', (text, value) => {
  expect(decodeValue(count, text)).toBe(value);
});

it.each([
  ['512110.190592', 512110.190592],
  ['1.5e3', 1500],
  ['1e999', undefined],
  ['0x10', undefined],
  ['Infinity', undefined],
])('reads the decimal %j as %j', (text, value) => {
  expect(decodeValue(size, text)).toBe(value);
});

it.each([
  ['1', true],
  ['Yes', true],
  ['0', false],
  ['false', false],
  ['perhaps', undefined],
])('reads the answer %j as %j', (text, value) => {
  expect(decodeValue(flag, text)).toBe(value);
});

it.each([
  [count, '2 GB', 2048],
  [count, '4194MB', 4194],
  [size, '1 GiB', 1073.741824],
  [size, '12 parsecs', undefined],
  [size, '12', undefined],
  [integer('X', 'x', 'x'), '12 GB', undefined],
])('converts %o of %j to %j', (field, text, value) => {
  expect(convertUnit(field, text)).toBe(value);
});
