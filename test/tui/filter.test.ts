import { expect, it } from 'vitest';
import { foldText, matches, parseFilter } from '../../src/tui/filter.ts';

const machine: Readonly<Record<string, string | number>> = {
  name: 'B104-PC02',
  os: 'Système Évry 12',
  ram: 4,
  mac: '18:66:da',
};
const row = {
  all: foldText(Object.values(machine).join('\n')),
  text: (column: string) => foldText(String(machine[column])),
  number: (column: string) => (typeof machine[column] === 'number' ? machine[column] : undefined),
};

function finds(filter: string): boolean {
  return matches(
    parseFilter(filter, (name) => Object.hasOwn(machine, name)),
    row,
  );
}

it('finds words anywhere, without case and accents', () => {
  expect(finds('pc02 EVRY')).toBe(true);
  expect(finds('pc02 debian')).toBe(false);
});

it('looks into one column for col:contains, and wants all of it for col=exact', () => {
  expect(finds('os:evry')).toBe(true);
  expect(finds('name:evry')).toBe(false);
  expect(finds('name=b104-pc02')).toBe(true);
  expect(finds('name=b104')).toBe(false);
});

it('compares numbers', () => {
  expect(finds('ram<8')).toBe(true);
  expect(finds('ram<4')).toBe(false);
  expect(finds('ram>3,5')).toBe(true);
  expect(finds('name>3')).toBe(false);
});

it('turns a condition around with !', () => {
  expect(finds('!debian')).toBe(true);
  expect(finds('!ram<8')).toBe(false);
});

it('takes quoted words as one', () => {
  expect(finds('"evry 12"')).toBe(true);
  expect(finds('os:"12 evry"')).toBe(false);
});

it('takes a colon after anything but a column as text', () => {
  expect(finds('18:66')).toBe(true);
  expect(finds('http://x')).toBe(false);
});

it('ignores what is not finished yet', () => {
  expect(finds('os:')).toBe(true);
  expect(finds('!')).toBe(true);
  expect(finds('ram<x')).toBe(false);
});
