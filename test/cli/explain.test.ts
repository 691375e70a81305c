import { describe, expect, it } from 'vitest';
import { explainSection } from '../../src/cli/explain.ts';
import type { Outcome } from '../../src/collect/run-collector.ts';
import type { SectionName } from '../../src/model/catalogue.ts';
import type { AnyRow } from '../../src/model/descriptor.ts';

function outcome(name: string, section: SectionName, rows: readonly AnyRow[], answered: readonly string[]): Outcome {
  const report = { name, section, milliseconds: 7, outcome: 'reported', items: rows.length } as const;
  return { section, report, outcome: 'reported', rows, answered: new Set(answered) };
}

describe('a value is explained', () => {
  it('by the collector that gave it, among those that fill one row together', () => {
    const outcomes = [
      outcome('linux/system', 'hardware', [{ memory: 4096 }], ['/proc/meminfo']),
      outcome('linux/uuid', 'hardware', [{ memory: 1, uuid: 'x' }], ['/sys/firmware/dmi/tables/DMI']),
    ];
    const row = { processorCount: 1, memory: 4096, uuid: 'x' };
    expect(explainSection('hardware', [row], outcomes)).toEqual([
      {
        row: 1,
        field: 'uuid',
        value: 'x',
        collector: 'linux/uuid',
        source: 'SMBIOS type 1, offset 08h',
        milliseconds: 7,
        personal: true,
      },
      { row: 1, field: 'processorCount', value: 1, personal: false },
      {
        row: 1,
        field: 'memory',
        value: 4096,
        collector: 'linux/system',
        source: '/proc/meminfo MemTotal',
        milliseconds: 7,
        personal: false,
      },
    ]);
  });

  it('by the collector of its row, in a list that several fill', () => {
    const [deb, snap] = [{ name: 'bash' }, { name: 'firefox' }];
    const outcomes = [
      outcome('linux/deb-packages', 'softwares', [deb], ['/var/lib/dpkg/status']),
      outcome('linux/snap-packages', 'softwares', [snap], ['/run/snapd.socket /v2/snaps']),
    ];
    const explained = explainSection('softwares', [deb, snap], outcomes);
    expect(explained.map(({ row, collector }) => [row, collector])).toEqual([
      [1, 'linux/deb-packages'],
      [2, 'linux/snap-packages'],
    ]);
  });

  it('by what answered, where the catalogue speaks of another source', () => {
    const row = { manufacturer: 'Dell Inc.' };
    const sourceOf = (name: string, ...answered: string[]) =>
      explainSection('bios', [row], [outcome(name, 'bios', [row], answered)])[0]?.source;
    expect(sourceOf('linux/bios', '/sys/firmware/dmi/tables/DMI')).toBe('SMBIOS type 1, offset 04h');
    expect(sourceOf('linux/bios', '/proc/device-tree/model')).toBe('/proc/device-tree/model');
    expect(sourceOf('portable/bios', 'systeminformation system')).toBe('systeminformation system');
    const disks = ['/sys/block/sda/size', '/sys/block/sda1/size', '/a', '/b', '/c'];
    expect(sourceOf('windows/x', ...disks)).toBe('/sys/block/sda/size, /sys/block/sda*/size, /a …');
  });

  it('as personal also where an address leads to a person', () => {
    const row = { description: 'eth0', mac: '02:00:00:00:00:01' };
    const explained = explainSection('networks', [row], [outcome('linux/networks', 'networks', [row], [])]);
    expect(explained.map(({ field, personal }) => [field, personal])).toEqual([
      ['description', false],
      ['mac', true],
    ]);
  });
});
