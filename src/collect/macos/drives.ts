import type { SectionRow } from '../../model/catalogue.ts';
import { explain } from '../../model/errors.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { type ApfsVolume, readApfsVolumes } from '../sources/apfs.ts';
import { text } from '../sources/values.ts';
import { askSystem } from './system-report.ts';
import { fromBytes, type Item } from './values.ts';

/** Volumes in use, and whether FileVault encrypts them. */
export const macosDrives: Collector<'drives'> = {
  name: 'macos/drives',
  section: 'drives',
  platforms: ['darwin'],
  async collect(host) {
    const [report, { volumes, missing }] = await Promise.all([askSystem(host, ['SPStorage']), encryption(host)]);
    if (!report) return undefined;
    const drives = report.parts('SPStorage').filter((drive) => text(drive['mount_point']));
    const rows = drives.map((drive) => driveRow(drive, volumes));
    return { rows, ...present({ missing: report.missing ?? missing }) };
  },
};

interface Encryption {
  readonly volumes: readonly ApfsVolume[];
  readonly missing?: string;
}

/** Without it the volumes still stand. */
async function encryption(host: Host): Promise<Encryption> {
  try {
    const volumes = await readApfsVolumes(host);
    return volumes ? { volumes } : { volumes: [], missing: 'failed: no diskutil to ask for FileVault' };
  } catch (error) {
    return { volumes: [], missing: `failed: FileVault: ${explain(error)}` };
  }
}

function driveRow(drive: Item, volumes: readonly ApfsVolume[]): SectionRow<'drives'> {
  const device = text(drive['bsd_name']);
  // The system runs from a snapshot of its volume: disk3s1s1 of disk3s1.
  const volume = volumes.find((candidate) => candidate.device === device?.replace(/^(disk\d+s\d+)s\d+$/, '$1'));
  return present({
    type: text(drive['mount_point']),
    volume: device && `/dev/${device}`,
    fileSystem: text(drive['file_system']),
    total: fromBytes(drive['size_in_bytes']),
    free: fromBytes(drive['free_space_in_bytes']),
    label: text(drive['_name']),
    serial: text(drive['volume_uuid']),
    system: drive['mount_point'] === '/' || undefined,
    ...encryptionOf(drive, volume),
  });
}

/** Before APFS, macOS encrypted the logical volumes of CoreStorage. */
function encryptionOf(drive: Item, volume: ApfsVolume | undefined): SectionRow<'drives'> {
  const isEncrypted = volume?.fileVault ?? coreStorage(drive['com.apple.corestorage.lv.encrypted']);
  if (isEncrypted === undefined) return {};
  const how = { encryption: 'FileVault', encryptionAlgorithm: 'XTS-AES 128' };
  return isEncrypted ? { ...how, encryptionStatus: 'Yes' } : { encryptionStatus: 'No' };
}

function coreStorage(value: unknown): boolean | undefined {
  return value === 'yes' ? true : value === 'no' ? false : undefined;
}
