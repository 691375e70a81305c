import { expect, it } from 'vitest';
import { answersOf } from '../../src/lab/answers.ts';
import { machineSheet } from '../../src/lab/machine-sheet.ts';
import type { Inventory } from '../../src/model/inventory.ts';

const inventory: Inventory = {
  kind: 'computer',
  agent: 'parcours_v0.1.0',
  sections: {
    hardware: [{ name: 'B104-PC02', memory: 15842, osName: 'Debian GNU/Linux 12' }],
    bios: [{ manufacturer: 'Dell Inc.' }],
    cpus: [
      { type: 'Intel(R) Core(TM) i5-8500 CPU @ 3.00GHz', cores: 6 },
      { type: 'Intel(R) Core(TM) i5-8500 CPU @ 3.00GHz', cores: 6 },
    ],
    storages: [{ model: 'Samsung SSD 980', diskSize: 500_107 }, { model: 'DVD' }],
    networks: [{ mac: '18:66:da:0a:0b:0c', ipAddress: '172.16.4.12' }, { mac: '02:42:00:00:00:01' }],
    softwares: [{ name: 'bash' }, { name: 'vim' }],
    printers: [],
  },
  reports: {
    hardware: { state: 'complete' },
    bios: { state: 'partial', reason: 'needs-root' },
    memories: { state: 'failed', reason: 'needs-root' },
    printers: { state: 'complete' },
    monitors: { state: 'failed', reason: 'timed-out: 10 s' },
  },
  account: {},
  extras: [],
};

const answers = answersOf(machineSheet(), inventory);

it.each([
  ['a value with its unit', 'memory', { values: [{ value: 15842, unit: 'MiB' }] }],
  [
    'each different value of several rows',
    'mac',
    { values: [{ value: '18:66:da:0a:0b:0c' }, { value: '02:42:00:00:00:01' }] },
  ],
  ['a value once', 'processor', { values: [{ value: 'Intel(R) Core(TM) i5-8500 CPU @ 3.00GHz' }] }],
  ['a sum', 'cores', { values: [{ value: 12 }] }],
  ['a sum of those that are known', 'disk-size', { values: [{ value: 500_107, unit: 'MB' }] }],
  ['a count', 'software', { values: [{ value: 2 }] }],
  ['the next best place', 'system', { values: [{ value: 'Debian GNU/Linux 12' }] }],
  ['that nobody but a person knows', 'room', { lack: 'person' }],
  ['that it needs root', 'serial', { lack: 'needs-root' }],
  ['that a count needs root', 'modules', { lack: 'needs-root' }],
  ['that there is none', 'printer', { lack: 'none' }],
  ['that it could not look', 'monitor', { lack: 'not-collected' }],
] as const)('answers %s', (_, field, answer) => {
  expect(answers[field]).toEqual(answer);
});

it('answers every field of the sheet', () => {
  expect(Object.keys(answers)).toEqual(machineSheet().fields.map(({ id }) => id));
});
