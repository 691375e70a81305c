import { expect, it } from 'vitest';
import { memoryStore } from '../../src/store/memory.ts';
import type { SavedSection } from '../../src/store/store.ts';
import { request } from './requests.ts';

async function rowOf(sections: Readonly<Record<string, SavedSection>>) {
  const store = memoryStore();
  await store.save(request({}, { sections }));
  const [row] = await store.fleet();
  return row;
}

it('tells the version of the system once', async () => {
  const hardware = { osName: 'Debian GNU/Linux 12', osVersion: '12.11' };
  expect(await rowOf({ hardware: { completeness: 'complete', rows: [hardware] } })).toMatchObject({
    os: 'Debian GNU/Linux 12.11',
  });
});

it('keeps a version that does not refine the name', async () => {
  const hardware = { osName: 'Microsoft Windows 11 Professionnel', osVersion: '10.0.26100' };
  expect(await rowOf({ hardware: { completeness: 'complete', rows: [hardware] } })).toMatchObject({
    os: 'Microsoft Windows 11 Professionnel 10.0.26100',
  });
});

it.each([
  [
    'Debian GNU/Linux 12.11',
    { name: 'Debian GNU/Linux', fullName: 'Debian GNU/Linux 12 (bookworm)', version: '12.11' },
  ],
  ['Ubuntu 24.04.1 LTS', { name: 'Ubuntu', fullName: 'Ubuntu 24.04.1 LTS', version: '24.04' }],
  ['Microsoft Windows 8.1', { name: 'Windows', fullName: 'Microsoft Windows 8.1', version: '6.3.9600' }],
])('tells the operating system as precisely as it is known: %s', async (os, operatingsystem) => {
  const sections = { operatingsystem: { completeness: 'complete', rows: [operatingsystem] } } as const;
  expect(await rowOf(sections)).toMatchObject({ os });
});

it('calls a machine as complete as its least known section', async () => {
  const skipped = { completeness: 'skipped', reason: 'not-requested' } as const;
  expect(await rowOf({ softwares: skipped })).toMatchObject({ completeness: 'skipped' });
});

it('does not blame an inventory for what the system cannot tell', async () => {
  const memories = { completeness: 'failed', reason: 'not-supported: no SMBIOS' } as const;
  expect(await rowOf({ memories })).toMatchObject({ completeness: 'complete' });
});
