import { expect, it } from 'vitest';
import { neededFor, refine } from '../../src/collect/refine.ts';

const drive = (type: string, encryptionStatus: string) => ({ type, encryptionStatus });

it.each([
  ['on', [drive('/', 'Yes'), drive('/boot', 'No'), drive('/boot/efi', 'No')]],
  ['partly', [drive('/', 'No'), drive('/home', 'Yes')]],
  ['off', [drive('/', 'No')]],
])('says that the disk encryption is %s', (state, drives) => {
  expect(refine({ security: [], drives }).security).toEqual([{ name: 'disk-encryption', state }]);
});

it('says nothing of the encryption where no disk tells, or protection was not read', () => {
  expect(refine({ security: [], drives: [{ type: '/' }] }).security).toEqual([]);
  expect(refine({ drives: [drive('/', 'No')] }).security).toBeUndefined();
});

it('reads the disks for the sake of what is concluded from them', () => {
  expect(neededFor('drives')).toEqual(['drives', 'security']);
  expect(neededFor('cpus')).toEqual(['cpus', 'hardware']);
  expect(neededFor('softwares')).toEqual(['softwares']);
});
