import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { ask, known, knownText, mebibytes } from './functions.ts';
import { portablePlatforms } from './platforms.ts';

/** Memory modules. Where it finds none it makes up one that holds all the memory: that one has neither type nor form. */
export const portableMemories: Collector<'memories'> = {
  name: 'portable/memories',
  section: 'memories',
  platforms: portablePlatforms,
  async collect(host) {
    const found = (await ask(host, 'memLayout')) ?? [];
    const modules = found.filter(({ type, formFactor, partNum }) => type || formFactor || partNum);
    if (modules.length === 0) return undefined;
    const rows = modules.map((module, at) =>
      present({
        slot: at + 1,
        caption: knownText(module.bank),
        description: knownText(module.formFactor),
        capacity: mebibytes(module.size),
        type: knownText(module.type),
        speed: known(module.clockSpeed)?.toString(),
        manufacturer: knownText(module.manufacturer),
        model: knownText(module.partNum),
        serial: knownText(module.serialNum),
      }),
    );
    return { rows };
  },
};
