import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { ask, knownText } from './functions.ts';
import { portablePlatforms } from './platforms.ts';

/** Firmware, board and chassis. */
export const portableBios: Collector<'bios'> = {
  name: 'portable/bios',
  section: 'bios',
  platforms: portablePlatforms,
  async collect(host) {
    const [system, firmware] = await Promise.all([ask(host, 'system'), ask(host, 'bios')]);
    const [board, chassis] = await Promise.all([ask(host, 'baseboard'), ask(host, 'chassis')]);
    const row = present({
      manufacturer: knownText(system?.manufacturer),
      model: MADE_UP.has(system?.model ?? '') ? undefined : knownText(system?.model),
      serial: knownText(system?.serial),
      sku: knownText(system?.sku),
      type: knownText(chassis?.type),
      assetTag: knownText(chassis?.assetTag),
      enclosureSerial: knownText(chassis?.serial),
      boardManufacturer: knownText(board?.manufacturer),
      boardModel: knownText(board?.model),
      boardSerial: knownText(board?.serial),
      firmwareManufacturer: knownText(firmware?.vendor),
      firmwareVersion: knownText(firmware?.version),
      firmwareDate: smbiosDate(knownText(firmware?.releaseDate)),
    });
    return Object.keys(row).length > 0 ? { rows: [row] } : undefined;
  },
};

/** What the library says where no firmware says anything, by a file that only hints at it. */
const MADE_UP: ReadonlySet<string> = new Set(['Docker Container']);

/** As the firmware itself writes it, and as every other agent sends it: `MM/DD/YYYY`. */
function smbiosDate(date: string | undefined): string | undefined {
  return date?.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$2/$3/$1');
}
