import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { type ApfsVolume, readApfsVolumes } from '../sources/apfs.ts';
import { text, whole } from '../sources/values.ts';
import { askSystem } from './system-report.ts';
import { type Item, items } from './values.ts';

type Volume = SectionRow<'volumes'>;

/** Partitions of the disks that are built in, and the APFS volumes on them, mounted or not. */
export const macosVolumes: Collector<'volumes'> = {
  name: 'macos/volumes',
  section: 'volumes',
  platforms: ['darwin'],
  async collect(host: Host) {
    const [report, volumes] = await Promise.all([askSystem(host, ['SPNVMe', 'SPSerialATA']), readApfsVolumes(host)]);
    if (!report || !volumes) return undefined;
    const controllers = [...report.parts('SPNVMe'), ...report.parts('SPSerialATA')];
    const disks = controllers.flatMap((controller) => items(controller['_items']));
    const rows = [...disks.flatMap(partitionRows), ...volumes.map(volumeRow)];
    return { rows, ...present({ missing: report.missing }) };
  },
};

function partitionRows(disk: Item): readonly Volume[] {
  const parent = pathOf(text(disk['bsd_name']));
  return items(disk['volumes']).map((partition) => {
    const bytes = whole(partition['size_in_bytes']);
    return present({
      name: pathOf(text(partition['bsd_name'])),
      type: 'partition',
      parents: parent === undefined ? undefined : [parent],
      size: bytes && Math.round(bytes / 1e6),
      fileSystem: text(partition['file_system']),
      partitionType: text(partition['iocontent']),
    });
  });
}

/** Volumes of a container share its space, so that none has a size of its own. */
function volumeRow({ device, name, uuid, stores, fileVault }: ApfsVolume): Volume {
  return present({
    name: pathOf(device),
    type: 'apfs',
    parents: stores.length > 0 ? stores.flatMap((store) => pathOf(store) ?? []) : undefined,
    fileSystem: 'apfs',
    label: name,
    uuid,
    encryption: fileVault ? 'FileVault' : undefined,
  });
}

function pathOf(device: string | undefined): string | undefined {
  return device && `/dev/${device}`;
}
