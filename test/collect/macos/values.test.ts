import { describe, expect, it } from 'vitest';
import { hexId, mebibytes, truth } from '../../../src/collect/macos/values.ts';

describe('a size that is written for people', () => {
  it.each([
    ['16 GB', 16_384],
    ['16 Go', 16_384],
    ['1,5 Go', 1536],
    ['1.5 GB', 1536],
    ['524,3 Mo', 524],
    ['1 536 Mo', 1536],
    ['1,536 MB', 1536],
    ['2 TB', 2_097_152],
    ['512 Ko', 1],
  ])('is read in either language: %s', (text, size) => {
    expect(mebibytes(text)).toBe(size);
  });

  it.each(['empty', '', 'Unknown', '16 ГБ', 'Giga', 16])('is unknown otherwise: %s', (text) => {
    expect(mebibytes(text)).toBeUndefined();
  });
});

describe('a number of a device', () => {
  it.each([
    ['0x046d  (Logitech Inc.)', '046d'],
    ['0x16F', '016f'],
    ['610', '0610'],
    ['0x05AC', '05ac'],
  ])('has four digits: %s', (text, id) => {
    expect(hexId(text)).toBe(id);
  });

  it.each(['apple_vendor_id', '', 'facade'])('is none otherwise: %s', (text) => {
    expect(hexId(text)).toBeUndefined();
  });
});

describe('yes and no', () => {
  it.each(['spdisplays_yes', 'Yes', 'TRUE', 'attrib_on', 'integrity_enabled', 'Oui', 'Activé', true, 1])(
    'is yes in every spelling: %s',
    (value) => {
      expect(truth(value)).toBe(true);
    },
  );

  it.each(['spdisplays_no', 'FALSE', 'attrib_off', 'Non', false, 0])('is no in every spelling: %s', (value) => {
    expect(truth(value)).toBe(false);
  });

  it('may be neither', () => {
    expect([truth('vielleicht'), truth(undefined), truth(7)]).toEqual([undefined, undefined, undefined]);
  });
});
