import { expect, it } from 'vitest';
import { noise } from '../../src/delta/noise.ts';
import { describe } from '../../src/model/catalogue.ts';

it('names only fields that exist and are not volatile anyway', () => {
  for (const { section, field } of noise) {
    expect(describe(section).fields[field], `${section}.${field}`).toBeDefined();
    expect(describe(section).fields[field]?.volatile, `${section}.${field}`).toBeUndefined();
  }
});
