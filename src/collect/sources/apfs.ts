import type { Host } from '../../model/host.ts';
import { dictionary, list, parsePlist } from './plist.ts';

/** One volume of an APFS container. */
export interface ApfsVolume {
  /** `disk3s5`. */
  readonly device: string;
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
  const containers = list(dictionary(parsePlist(plist))['Containers']).map(dictionary);
  const volumes = containers.flatMap((container) => list(container['Volumes']).map(dictionary));
  return volumes.map((volume) => ({
    device: String(volume['DeviceIdentifier']),
    // While a volume is being encrypted, the rest of it lies open.
    fileVault: volume['FileVault'] === true && volume['CryptoMigrationOn'] !== true,
  }));
}
