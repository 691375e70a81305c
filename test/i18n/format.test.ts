import { expect, it } from 'vitest';
import { formatDuration } from '../../src/i18n/format.ts';

it.each([
  [0, '0 s'],
  [0.0042 / 60, '4,2 ms'],
  [0.036 / 60, '36 ms'],
  [0.096 / 60, '0,1 s'],
  [0.9 / 60, '0,9 s'],
  [41 / 60, '41 s'],
  [59.6 / 60, '1 min'],
  [2.5, '2 min 30'],
  [9.95, '10 min'],
  [38.4, '38 min'],
  [59.6, '1 h'],
  [37.5 * 60, '37 h 30'],
  [602, '10 h 02'],
  [633 * 60, '633 h'],
])('says %s minutes as %s', (minutes, said) => {
  expect(formatDuration('fr', minutes)).toBe(said);
});
