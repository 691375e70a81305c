import { expect, it } from 'vitest';
import type { Answer, Value } from '../../src/lab/answers.ts';
import type { SheetField } from '../../src/lab/template.ts';
import { judge, type Verdict } from '../../src/lab/verdict.ts';

/** What was typed into which field, what the agent has, and what that is worth. */
type Case = readonly [string, Partial<SheetField>, string, Value['value'] | Answer | Value, Verdict];

const number = (unit?: SheetField['unit'], tolerance?: number): Partial<SheetField> => ({
  type: 'number',
  ...(unit && { unit }),
  ...(tolerance && { tolerance }),
});
const mib = (value: number): Value => ({ value, unit: 'MiB' });
const mb = (value: number): Value => ({ value, unit: 'MB' });
const mac: Partial<SheetField> = { type: 'mac' };
const ip: Partial<SheetField> = { type: 'ip' };

const cases: readonly Case[] = [
  ['the very same text', {}, '5CG9280XYZ', '5CG9280XYZ', 'exact'],
  ['the number in the unit of the field', number('GiB'), '16', mib(16384), 'exact'],
  ['GB that are binary, as Windows shows them', number('GiB'), '16 GB', mib(16384), 'equal'],
  ['Go without a blank', number('GiB'), '16Go', mib(16384), 'equal'],
  ['GB that are decimal, as on the box of a disk', number('GB'), '500 Go', mb(500_107), 'equal'],
  ['To', number('GB'), '0,5 To', mb(500_107), 'equal'],
  ['another unit', number('GiB'), '16 384 Mo', mib(16384), 'equal'],
  ['a decimal comma', number('GiB'), '15,5', mib(15_872), 'exact'],
  ['a rounded number', number('GiB'), '15,5', mib(15_842), 'equal'],
  ['RAM of 16 GB against 15.6 GiB', number('GiB', 5), '16 GB', mib(15_974), 'close'],
  ['the same with no tolerance', number('GiB'), '16 GB', mib(15_974), 'wrong'],
  ['half of the RAM', number('GiB', 5), '8 Go', mib(16384), 'wrong'],
  ['a number that is none', number('GiB', 5), 'beaucoup', mib(16384), 'wrong'],
  ['thousands grouped by a comma', number('MB'), '1,024', mb(1024), 'exact'],
  ['a bare count', number(undefined, 10), '312', 318, 'close'],
  ['a rate', number('GHz'), '2,8', { value: 2800, unit: 'MHz' }, 'exact'],
  ['another case', {}, 'latitude 5520', 'Latitude 5520', 'equal'],
  ['accents left out', {}, 'salle reseau', 'Salle réseau', 'equal'],
  ['accents written apart', {}, 'Fe\u0301vrier', 'Février', 'equal'],
  ['a MAC address with hyphens', mac, '18-66-DA-0A-0B-0C', '18:66:da:0a:0b:0c', 'equal'],
  ['a MAC address as Cisco writes it', mac, '1866.da0a.0b0c', '18:66:da:0a:0b:0c', 'equal'],
  ['a MAC address of another card', mac, '18:66:da:0a:0b:0d', '18:66:da:0a:0b:0c', 'wrong'],
  ['a wrong serial number', {}, '5CG9280XYS', '5CG9280XYZ', 'wrong'],
  ['the beginning of a serial number', {}, '5CG9280', '5CG9280XYZ', 'wrong'],
  ['an empty field', {}, '', '5CG9280XYZ', 'missing'],
  ['blanks alone', {}, '  ', '5CG9280XYZ', 'missing'],
  ['a value that only root sees', {}, '5CG9280XYZ', { lack: 'needs-root' }, 'needs-root'],
  ['what no agent can know', {}, 'B104', { lack: 'person' }, 'person'],
  ['what the agent looked for and did not find', {}, 'HP LaserJet', { lack: 'none' }, 'none'],
  ['a day as dd/mm/yyyy against ISO', { type: 'date' }, '03/11/2024', '2024-11-03', 'equal'],
  ['the same day with its month in letters', { type: 'date' }, '3 nov. 2024', '2024-11-03T10:00:00', 'equal'],
  ['another day', { type: 'date' }, '11/03/2024', '2024-11-03', 'wrong'],
  ['a day against the one of the firmware', {}, '03/11/2024', '11/03/2024', 'equal'],
  ['a day that is none', { type: 'date' }, '31/02/2024', '2024-03-02', 'wrong'],
  ['a processor in short', {}, 'Core i5-8500', 'Intel(R) Core(TM) i5-8500 CPU @ 3.00GHz', 'equal'],
  ['a processor without its model', {}, 'Intel Core i5', 'Intel(R) Core(TM) i5-8500 CPU @ 3.00GHz', 'wrong'],
  ['another processor', {}, 'Core i5-8400', 'Intel(R) Core(TM) i5-8500 CPU @ 3.00GHz', 'wrong'],
  ['a maker without its form of company', {}, 'dell', 'Dell Inc.', 'equal'],
  ['a system in short', {}, 'Debian 12', 'Debian GNU/Linux 12.11 (bookworm)', 'equal'],
  ['another version', {}, 'Debian 1', 'Debian GNU/Linux 12.11 (bookworm)', 'wrong'],
  ['a version that is less exact', {}, '12', '12.11', 'close'],
  ['a version of one digit', {}, '1', '1.18.0', 'wrong'],
  ['another minor version', {}, '12.1', '12.11', 'wrong'],
  ['an address with its mask', ip, '172.16.4.12/24', '172.16.4.12', 'equal'],
  ['an address with its mask in full', ip, '172.16.4.12 255.255.255.0', '172.16.4.12', 'equal'],
  ['another address', ip, '172.16.4.1', '172.16.4.12', 'wrong'],
  ['blanks at the end', {}, 'B104-PC02  ', 'B104-PC02', 'equal'],
  ['oui for yes', {}, 'oui', 'yes', 'equal'],
  ['oui for true', {}, 'Oui', true, 'equal'],
  ['non for true', {}, 'non', true, 'wrong'],
];

it.each(cases)('%s', (_, options, typed, answer, verdict) => {
  expect(judge(fieldWith(options), { kind: 'value', text: typed }, answerOf(answer)).verdict).toBe(verdict);
});

it('takes the likest of the values that may all be the answer', () => {
  const answer = { values: [{ value: 'Virtual disk' }, { value: 'Samsung SSD 980' }] };
  expect(judge(fieldWith({}), { kind: 'value', text: 'samsung ssd 980' }, answer)).toEqual({
    verdict: 'equal',
    value: { value: 'Samsung SSD 980' },
  });
});

it('counts “I don’t know” and a blank as missing, and shows what the agent has', () => {
  const answer = { values: [{ value: 'Samsung SSD 980' }] };
  const missing = { verdict: 'missing', value: { value: 'Samsung SSD 980' } };
  expect(judge(fieldWith({}), { kind: 'unknown' }, answer)).toEqual(missing);
  expect(judge(fieldWith({}), undefined, answer)).toEqual(missing);
});

function fieldWith(options: Partial<SheetField>): SheetField {
  const label = { en: 'Field', fr: 'Rubrique' };
  const hint = { windows: label, linux: label };
  return { id: 'field', label, hint, type: 'text', weight: 1, competence: 'B1.1', sources: [], ...options };
}

function answerOf(answer: Case[3]): Answer {
  if (typeof answer !== 'object') return { values: [{ value: answer }] };
  return 'value' in answer ? { values: [answer] } : answer;
}
