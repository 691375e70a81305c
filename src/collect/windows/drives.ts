import type { SectionRow } from '../../model/catalogue.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { text, whole } from '../sources/values.ts';
import type { EncryptableVolume } from './asked/hardware.ts';
import { type Answer, askWindows, isAbsent } from './powershell.ts';

/** Volumes with a letter, and whether BitLocker encrypts them, which administrators alone may ask. */
export const windowsDrives: Collector<'drives'> = {
  name: 'windows/drives',
  section: 'drives',
  platforms: ['win32'],
  async collect(host) {
    const [drives, bitlocker] = await Promise.all([askWindows(host, 'drives'), askWindows(host, 'bitlocker')]);
    if (!drives) return undefined;
    const volumes = new Map(bitlocker?.rows.map((volume) => [volume.DriveLetter, volume]));
    const rows = drives.rows.map((drive) =>
      present({
        letter: text(drive.DeviceID),
        type: KINDS[drive.DriveType ?? 0],
        fileSystem: text(drive.FileSystem),
        total: mebibytes(drive.Size),
        free: mebibytes(drive.FreeSpace),
        volume: text(drive.VolumeName),
        label: text(drive.VolumeName),
        serial: text(drive.VolumeSerialNumber),
        ...encryption(volumes.get(text(drive.DeviceID))),
      }),
    );
    return { rows, ...present({ missing: drives.missing ?? whyUnknown(bitlocker) }) };
  },
};

// OCS protocol section 3.9.
const KINDS: Readonly<Record<number, string>> = { 2: 'Removable Drive', 3: 'Hard Drive', 5: 'CD-Rom Drive' };

function mebibytes(bytes: unknown): number | undefined {
  const size = whole(bytes);
  return size === undefined ? undefined : Math.floor(size / 1024 / 1024);
}

/** A server where BitLocker was not added does not have the class at all. */
function whyUnknown(bitlocker: Answer<unknown> | undefined): string | undefined {
  const missing = bitlocker && !isAbsent(bitlocker) ? bitlocker.missing : undefined;
  return missing && `${missing}: BitLocker`;
}

type Encryption = Pick<
  SectionRow<'drives'>,
  'encryption' | 'encryptionAlgorithm' | 'encryptionStatus' | 'encryptionType'
>;

/** A volume that is encrypted while its protection is suspended opens to everyone: it does not count as encrypted. */
function encryption(volume: Partial<EncryptableVolume> | undefined): Encryption {
  const protection = whole(volume?.ProtectionStatus);
  if (!volume || protection === undefined || protection > 1) return {};
  if (protection === 0) return { encryptionStatus: 'No' };
  return present({
    encryption: 'BitLocker',
    encryptionStatus: 'Yes',
    encryptionAlgorithm: METHODS[volume.EncryptionMethod ?? 0],
  });
}

// Win32_EncryptableVolume, GetEncryptionMethod.
const METHODS: Readonly<Record<number, string>> = {
  1: 'AES 128 with diffuser',
  2: 'AES 256 with diffuser',
  3: 'AES 128',
  4: 'AES 256',
  5: 'Hardware',
  6: 'XTS-AES 128',
  7: 'XTS-AES 256',
};
