import type { Host } from '../../model/host.ts';
import { dictionary, list, type PlistDictionary, parsePlist } from './plist.ts';
import { text } from './values.ts';

/** One volume of an APFS container. */
export interface ApfsVolume {
  /** `disk3s5`. */
  readonly device: string;
  readonly name: string | undefined;
  readonly uuid: string | undefined;
  /** The partitions its container lies on: `disk0s2`. */
  readonly stores: readonly string[];
  /** With the password of a user; what the chip encrypts by itself opens to everyone. */
  readonly fileVault: boolean;
}

/** `diskutil apfs list -plist`, which says the same in every language. Undefined where there is no diskutil. */
export async function readApfsVolumes(host: Host): Promise<readonly ApfsVolume[] | undefined> {
  const result = await host.run('/usr/sbin/diskutil', ['apfs', 'list', '-plist'], LIMITS);
  return result && parseApfsVolumes(result.output);
}

const LIMITS = { milliseconds: 20_000, bytes: 4 * 1024 * 1024 };

export function parseApfsVolumes(plist: Uint8Array): readonly ApfsVolume[] {
  return list(dictionary(parsePlist(plist))['Containers'])
    .map(dictionary)
    .flatMap(volumesOf);
}

function volumesOf(container: PlistDictionary): readonly ApfsVolume[] {
  const physical = list(container['PhysicalStores']).map((store) => text(dictionary(store)['DeviceIdentifier']));
  const designated = text(container['DesignatedPhysicalStore']);
  const stores = physical.filter((store) => store !== undefined);
  return list(container['Volumes'])
    .map(dictionary)
    .map((volume) => ({
      device: String(volume['DeviceIdentifier']),
      name: text(volume['Name']),
      uuid: text(volume['APFSVolumeUUID']),
      stores: stores.length > 0 || designated === undefined ? stores : [designated],
      // While a volume is being encrypted, the rest of it lies open.
      fileVault: volume['FileVault'] === true && volume['CryptoMigrationOn'] !== true,
    }));
}
