import { describe, expect, it } from 'vitest';
import { deviceIdPart, hostOfDeviceId, isDeviceId, isOcsDeviceId } from '../../src/model/device-id.ts';

describe('a device id', () => {
  it.each(['PC-1', 'pc-2026-11-16-08-00-00', 'PC élève 1'])('may be %s', (text) => {
    expect(isDeviceId(text)).toBe(true);
  });

  it('has 1 to 255 characters', () => {
    expect(['', 'é', 'é'.repeat(255), 'é'.repeat(256)].map(isDeviceId)).toEqual([false, true, true, false]);
  });

  it.each(['a\nb', 'a/b', 'a\\b', 'a\u0085b', 'a\u2028b', 'a\ufffdb'])('is never %j', (text) => {
    expect(isDeviceId(text)).toBe(false);
  });

  it('may be made of any text', () => {
    expect(isDeviceId(deviceIdPart('salle/104\u0000\\x'))).toBe(true);
  });

  it('of the OCS protocol tells the host it was made on', () => {
    expect(hostOfDeviceId('pc-b104-2026-11-16-08-00-00')).toBe('pc-b104');
    expect(hostOfDeviceId('pc-b104')).toBeUndefined();
    expect(isOcsDeviceId('-2026-11-16-08-00-00')).toBe(false);
  });
});
