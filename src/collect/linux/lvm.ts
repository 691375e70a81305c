import type { SectionName, SectionRow } from '../../model/catalogue.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import type { LogicalVolume, PhysicalVolume, VolumeGroup } from '../sources/lvm.ts';
import { readVolumeGroups } from '../sources/lvm-groups.ts';
import { exists } from '../sources/text.ts';

/** Disks and partitions that LVM divides. */
export const linuxPhysicalVolumes = fromLvm('physicalvolumes', (group) =>
  group.physical.map((volume) => physicalRow(group, volume)),
);

export const linuxVolumeGroups = fromLvm('volumegroups', (group) => [groupRow(group)]);

export const linuxLogicalVolumes = fromLvm('logicalvolumes', (group) =>
  group.logical.map((volume) => logicalRow(group, volume)),
);

function fromLvm<N extends SectionName>(
  section: N,
  rowsOf: (group: VolumeGroup) => readonly SectionRow<N>[],
): Collector<N> {
  return {
    name: `linux/${section}`,
    section,
    platforms: ['linux'],
    async collect(host) {
      if (!(await exists(host, '/sys/block')) && !(await exists(host, '/etc/lvm'))) return undefined;
      const { groups, missing } = await readVolumeGroups(host);
      return { rows: groups.flatMap(rowsOf), ...present({ missing }) };
    },
  };
}

function physicalRow(group: VolumeGroup, volume: PhysicalVolume): SectionRow<'physicalvolumes'> {
  const { extents, freeExtents } = volume;
  return present({
    device: volume.device,
    uuid: volume.uuid,
    format: 'lvm2',
    size: rounded(volume.megabytes),
    free: megabytes(freeExtents, group.extentMegabytes),
    extentSize: rounded(group.extentMegabytes),
    extents,
    groupUuid: group.uuid,
  });
}

function groupRow({ name, uuid, extentMegabytes, physical, logical }: VolumeGroup): SectionRow<'volumegroups'> {
  return present({
    name,
    uuid,
    size: megabytes(total(physical.map(({ extents }) => extents)), extentMegabytes),
    free: megabytes(total(physical.map(({ freeExtents }) => freeExtents)), extentMegabytes),
    extentSize: rounded(extentMegabytes),
    physicalVolumes: physical.length || undefined,
    logicalVolumes: logical.length,
  });
}

function logicalRow(group: VolumeGroup, volume: LogicalVolume): SectionRow<'logicalvolumes'> {
  return present({
    name: volume.name,
    uuid: volume.uuid,
    size: rounded(volume.megabytes),
    segments: volume.segments,
    groupName: group.name,
    groupUuid: group.uuid,
  });
}

/** Undefined where one of them is. */
function total(numbers: readonly (number | undefined)[]): number | undefined {
  return numbers.reduce((sum, one) => (sum === undefined || one === undefined ? undefined : sum + one), 0);
}

function megabytes(extents: number | undefined, extentMegabytes: number | undefined): number | undefined {
  return extents === undefined || !extentMegabytes ? undefined : rounded(extents * extentMegabytes);
}

/** LVM's own tools print two digits. */
function rounded(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.round(value * 100) / 100;
}
