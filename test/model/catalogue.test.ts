import { expect, it } from 'vitest';
import { describe, isSectionName, sectionNames } from '../../src/model/catalogue.ts';
import { fieldValue } from '../../src/model/descriptor.ts';

it('knows its own sections and nothing an object has by birth', () => {
  expect(sectionNames.every(isSectionName)).toBe(true);
  expect(['toString', 'constructor', '__proto__', 'HARDWARE', ''].filter(isSectionName)).toEqual([]);
});

it('masks whatever names a person, a licence or one piece of equipment', () => {
  const telling = /^(?:.*SERIAL.*|SSN|MSN|LOGIN|.*PRODKEY|KEY|PHONENUMBER|IMEI|ICCID|LASTLOGGEDUSER|USERNAME)$/;
  const seen = sectionNames.flatMap((name) =>
    Object.values(describe(name).fields)
      .filter((field) => telling.test(field.tag) && !field.sensitive)
      .map((field) => `${name} ${field.tag}`),
  );
  expect(seen).toEqual(['drives SERIAL', 'envs KEY']);
});

it('never takes what could not be understood for a field', () => {
  expect(fieldValue({ name: 'sda', extras: [{ name: 'X' }] }, 'extras')).toBeUndefined();
  expect(fieldValue({ name: 'sda' }, 'name')).toBe('sda');
});
