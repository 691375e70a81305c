import type { Collector } from '../collector.ts';
import { secureBootState } from '../sources/secure-boot.ts';

/** Secure boot where GLPI looks for it. A firmware without it is not told here, so that it makes no row of its own. */
export const linuxSecureBoot: Collector<'bios'> = {
  name: 'linux/secure-boot',
  section: 'bios',
  platforms: ['linux'],
  async collect(host) {
    const state = await secureBootState(host);
    if (state === undefined || state === 'unsupported') return undefined;
    return { rows: [{ secureBoot: state === 'on' ? 'enabled' : 'disabled' }] };
  },
};
