import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { ask, known, knownText, mebibytes } from './functions.ts';
import { portablePlatforms, portablePlatformsAndMacos } from './platforms.ts';

/** Disks. */
export const portableStorages: Collector<'storages'> = {
  name: 'portable/storages',
  section: 'storages',
  platforms: portablePlatforms,
  async collect(host) {
    const disks = await ask(host, 'diskLayout');
    if (!disks || disks.length === 0) return undefined;
    const rows = disks.map((disk) =>
      present({
        name: knownText(disk.device) ?? knownText(disk.name),
        manufacturer: knownText(disk.vendor),
        model: knownText(disk.name),
        description: knownText(disk.interfaceType),
        type: 'disk',
        diskSize: known(disk.size) && Math.round(disk.size / 1e6),
        serial: knownText(disk.serialNum),
        firmware: knownText(disk.firmwareRevision),
      }),
    );
    return { rows };
  },
};

/** File systems. On Windows they have letters, elsewhere mount points: OCS protocol section 3.9. */
export const portableDrives: Collector<'drives'> = {
  name: 'portable/drives',
  section: 'drives',
  platforms: portablePlatformsAndMacos,
  async collect(host) {
    const drives = await ask(host, 'fsSize');
    if (!drives) return undefined;
    const windows = host.facts.platform === 'win32';
    const rows = drives.map((drive) =>
      present({
        ...(windows ? { letter: knownText(drive.mount) } : { type: drive.mount, volume: knownText(drive.fs) }),
        fileSystem: knownText(drive.type),
        total: mebibytes(drive.size),
        free: drive.available === 0 ? 0 : mebibytes(drive.available),
      }),
    );
    return { rows };
  },
};
