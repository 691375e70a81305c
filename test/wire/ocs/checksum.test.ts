import { expect, it } from 'vitest';
import { describe, sectionNames } from '../../../src/model/catalogue.ts';
import { checksum } from '../../../src/wire/ocs/checksum.ts';

const all = sectionNames.reduce((bits, name) => bits | (describe(name).bit ?? 0), 0);

it('sets every bit of the protocol on a first run', () => {
  // OCS protocol section 3.2: bits 0 to 21.
  expect(all).toBe(2 ** 22 - 1);
  expect(checksum(undefined, {})).toBe(all);
});

it('sets the bits of what moved', () => {
  const before = { hardware: 'a', drives: 'b', bios: 'c' };
  expect(checksum(before, { hardware: 'x', drives: 'y', bios: 'c' })).toBe(513);
  expect(checksum(before, { ...before, softwares: 'new' })).toBe(65536);
  expect(checksum(before, before)).toBe(0);
});

it('takes a section that was not collected for one that did not move', () => {
  expect(checksum({ hardware: 'a', softwares: 'b' }, { hardware: 'a' })).toBe(0);
});
