import { expect, it } from 'vitest';
import { macosSoftwares } from '../../../src/collect/macos/softwares.ts';
import { fakeHost } from '../fake-host.ts';

const report = {
  SPApplicationsDataType: [
    {
      _name: 'Firefox',
      arch_kind: 'arch_arm_i64',
      lastModified: '2026-10-02T09:30:00Z',
      obtained_from: 'identified_developer',
      path: '/Applications/Firefox.app',
      signed_by: ['Developer ID Application: Mozilla Corporation (43AQ936H96)', 'Apple Root CA'],
      version: '131.0',
    },
    { _name: 'Safari', obtained_from: 'apple', path: '/Applications/Safari.app', version: '18.0' },
  ],
};

it('takes applications from the system report, with their makers', async () => {
  const command = 'system_profiler -json SPApplicationsDataType';
  const host = fakeHost({ runs: { [command]: JSON.stringify(report) }, facts: { platform: 'darwin' } });
  expect((await macosSoftwares.collect(host))?.rows).toEqual([
    {
      name: 'Firefox',
      version: '131.0',
      publisher: 'Mozilla Corporation',
      installDate: '2026-10-02T09:30:00',
      folder: '/Applications/Firefox.app',
      from: 'identified_developer',
    },
    {
      name: 'Safari',
      version: '18.0',
      publisher: 'Apple',
      folder: '/Applications/Safari.app',
      from: 'apple',
    },
  ]);
});
