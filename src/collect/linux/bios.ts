import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { chassisType } from '../sources/chassis-types.ts';
import { meaningful } from '../sources/meaningful.ts';
import type { SmbiosStructure } from '../sources/smbios.ts';
import { attribute, attributeNumber } from '../sources/text.ts';
import { fromSmbios } from './from-smbios.ts';

/** Firmware, board and chassis from SMBIOS types 0 to 3, which only root may read. */
export const linuxBios = fromSmbios('bios', (structures) => [biosRow(structures)]);

/** The part of it that the kernel shows to everyone in /sys/class/dmi/id; the serial numbers are root's there too. */
export const linuxBiosSysfs: Collector<'bios'> = {
  name: 'linux/bios-sysfs',
  section: 'bios',
  platforms: ['linux'],
  async collect(host) {
    const row = await sysfsRow(host);
    return Object.keys(row).length > 0 ? { rows: [row] } : undefined;
  },
};

/** Boards without SMBIOS, such as a Raspberry Pi, have a device tree. */
export const linuxBiosDeviceTree: Collector<'bios'> = {
  name: 'linux/bios-device-tree',
  section: 'bios',
  platforms: ['linux'],
  async collect(host) {
    const model = meaningful(await attribute(host, '/proc/device-tree/model'));
    if (!model) return undefined;
    const serial = meaningful(await attribute(host, '/proc/device-tree/serial-number'));
    return { rows: [present({ model, serial })] };
  },
};

/** Type 2, offset 0Dh: servers list their risers and expanders as boards as well. */
const MOTHERBOARD = 0x0a;

export function biosRow(structures: readonly SmbiosStructure[]): SectionRow<'bios'> {
  const [firmware, system, chassis] = [0, 1, 3].map((type) => structures.find((one) => one.type === type));
  const boards = structures.filter(({ type }) => type === 2);
  const board = boards.find((one) => one.byte(0x0d) === MOTHERBOARD) ?? boards[0];
  const manufacturer = system?.text(0x04);
  return present({
    manufacturer,
    model: modelOf(manufacturer, system?.text(0x05), system?.text(0x06)),
    serial: system?.text(0x07),
    sku: system?.text(0x19),
    type: chassisType(chassis?.byte(0x05)),
    assetTag: chassis?.text(0x08) ?? board?.text(0x08),
    enclosureSerial: chassis?.text(0x07),
    boardManufacturer: board?.text(0x04),
    boardModel: board?.text(0x05),
    boardSerial: board?.text(0x07),
    firmwareManufacturer: firmware?.text(0x04),
    firmwareVersion: firmware?.text(0x05),
    firmwareDate: firmware?.text(0x08),
  });
}

async function sysfsRow(host: Host): Promise<SectionRow<'bios'>> {
  const value = async (name: string) => meaningful(await attribute(host, `/sys/class/dmi/id/${name}`));
  const manufacturer = await value('sys_vendor');
  return present({
    manufacturer,
    model: modelOf(manufacturer, await value('product_name'), await value('product_version')),
    serial: await value('product_serial'),
    sku: await value('product_sku'),
    type: chassisType(await attributeNumber(host, '/sys/class/dmi/id/chassis_type')),
    assetTag: await value('chassis_asset_tag'),
    enclosureSerial: await value('chassis_serial'),
    boardManufacturer: await value('board_vendor'),
    boardModel: await value('board_name'),
    boardSerial: await value('board_serial'),
    firmwareManufacturer: await value('bios_vendor'),
    firmwareVersion: await value('bios_version'),
    firmwareDate: await value('bios_date'),
  });
}

/** Lenovo writes the name people know (`ThinkPad T480`) as the version, and a machine type number as the name. */
function modelOf(manufacturer?: string, name?: string, version?: string): string | undefined {
  return manufacturer?.toLowerCase() === 'lenovo' ? (version ?? name) : name;
}
