import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { readSmbios, readSmbiosVersion, smbiosUuid } from '../sources/smbios.ts';

/** The machine's own UUID, readable by root only. */
export const linuxUuid: Collector<'hardware'> = {
  name: 'linux/uuid',
  section: 'hardware',
  platforms: ['linux'],
  async collect(host) {
    const structures = await readSmbios(host);
    return structures && { rows: [present({ uuid: smbiosUuid(structures, await readSmbiosVersion(host)) })] };
  },
};
