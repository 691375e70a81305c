import { type LvmBlock, parseLvmMetadata } from './lvm-metadata.ts';
import { wholeNumber } from './text.ts';

/** A volume group. Sizes in extents; what only root may read is undefined for others. */
export interface VolumeGroup {
  readonly name: string;
  readonly uuid: string;
  /** In millions of bytes. */
  readonly extentMegabytes?: number;
  readonly physical: readonly PhysicalVolume[];
  readonly logical: readonly LogicalVolume[];
}

export interface PhysicalVolume {
  readonly device: string;
  readonly uuid?: string;
  readonly megabytes?: number;
  readonly extents?: number;
  readonly freeExtents?: number;
}

export interface LogicalVolume {
  readonly name: string;
  readonly uuid: string;
  readonly megabytes?: number;
  readonly segments?: number;
}

/** The volume groups of a file of /etc/lvm/backup. */
export function parseLvmBackup(text: string): readonly VolumeGroup[] {
  return [...parseLvmMetadata(text).blocks].map(([name, group]) => volumeGroup(name, group));
}

const SECTOR_BYTES = 512;

function volumeGroup(name: string, group: LvmBlock): VolumeGroup {
  const extentMegabytes = ((numberIn(group, 'extent_size') ?? 0) * SECTOR_BYTES) / 1e6;
  const logical = [...(group.blocks.get('logical_volumes')?.blocks ?? [])];
  const allocated = allocation(logical.flatMap(([, volume]) => segmentsOf(volume)));
  return {
    name,
    uuid: textIn(group, 'id') ?? '',
    extentMegabytes,
    physical: [...(group.blocks.get('physical_volumes')?.blocks ?? [])].map(([key, volume]) => {
      const extents = numberIn(volume, 'pe_count') ?? 0;
      return {
        device: textIn(volume, 'device') ?? key,
        uuid: textIn(volume, 'id') ?? '',
        megabytes: extents * extentMegabytes,
        extents,
        freeExtents: extents - (allocated.get(key) ?? 0),
      };
    }),
    logical: logical
      .filter(([, volume]) => isVisible(volume))
      .map(([key, volume]) => ({
        name: key,
        uuid: textIn(volume, 'id') ?? '',
        megabytes: sum(segmentsOf(volume).map((segment) => numberIn(segment, 'extent_count') ?? 0)) * extentMegabytes,
        segments: segmentsOf(volume).length,
      })),
  };
}

function segmentsOf(volume: LvmBlock): readonly LvmBlock[] {
  return [...volume.blocks].filter(([key]) => /^segment\d+$/.test(key)).map(([, segment]) => segment);
}

/** Extents in use by physical volume: a striped segment has an equal share of its extents on each. */
function allocation(segments: readonly LvmBlock[]): ReadonlyMap<string, number> {
  const used = new Map<string, number>();
  for (const segment of segments) {
    const stripes = segment.values.get('stripes');
    const volumes = typeof stripes === 'object' ? stripes.filter((_, at) => at % 2 === 0) : [];
    const share = (numberIn(segment, 'extent_count') ?? 0) / (volumes.length || 1);
    for (const volume of volumes) used.set(volume, (used.get(volume) ?? 0) + share);
  }
  return used;
}

/** Parts of mirrors and pools are volumes too, which nobody sees. */
function isVisible(volume: LvmBlock): boolean {
  return volume.values.get('status')?.includes('VISIBLE') === true;
}

function textIn({ values }: LvmBlock, name: string): string | undefined {
  const value = values.get(name);
  return typeof value === 'string' ? value : undefined;
}

function numberIn(block: LvmBlock, name: string): number | undefined {
  return wholeNumber(textIn(block, name));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
