import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { meaningful } from '../sources/meaningful.ts';
import { readSmbios } from '../sources/smbios.ts';
import { smbiosBatteries } from '../sources/smbios-battery.ts';
import { devicesIn } from '../sources/sysfs.ts';
import { allowed, attribute, attributeNumber } from '../sources/text.ts';

const FOLDER = '/sys/class/power_supply';

/**
 * Batteries of the machine itself; those of a wireless mouse say `Device` in their scope.
 * The firmware knows more of them (SMBIOS type 22), but also of a battery that was taken out.
 */
export const linuxBatteries: Collector<'batteries'> = {
  name: 'linux/batteries',
  section: 'batteries',
  platforms: ['linux'],
  async collect(host) {
    const names = await devicesIn(host, FOLDER);
    if (!names) return undefined;
    const found = await Promise.all(names.map((name) => batteryRow(host, name)));
    const rows = found.filter((row) => row !== undefined);
    const firmware = rows.length > 0 ? smbiosBatteries((await allowed(readSmbios(host))) ?? []) : [];
    return { rows: firmware.length === rows.length ? rows.map((row, at) => ({ ...firmware[at], ...row })) : rows };
  },
};

async function batteryRow(host: Host, name: string): Promise<SectionRow<'batteries'> | undefined> {
  const value = (file: string) => attribute(host, `${FOLDER}/${name}/${file}`);
  const number = (file: string) => attributeNumber(host, `${FOLDER}/${name}/${file}`);
  if ((await value('type')) !== 'Battery' || (await value('scope')) === 'Device') return undefined;
  const microvolts = await number('voltage_min_design');
  return present({
    name,
    description: meaningful(await value('model_name')),
    manufacturer: meaningful(await value('manufacturer')),
    serial: meaningful(await value('serial_number')),
    chemistry: meaningful(await value('technology')),
    designCapacity: milliwattHours(await number('energy_full_design'), await number('charge_full_design'), microvolts),
    realCapacity: milliwattHours(await number('energy_full'), await number('charge_full'), microvolts),
    designVoltage: microvolts && Math.round(microvolts / 1000),
    madeOn: await madeOn(value),
    charge: await number('capacity'),
    cycles: (await number('cycle_count')) || undefined,
    status: meaningful(await value('status')),
  });
}

async function madeOn(value: (file: string) => Promise<string | undefined>): Promise<string | undefined> {
  const [year, month, day] = await Promise.all(['year', 'month', 'day'].map((part) => value(`manufacture_${part}`)));
  return year && month && day && `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Batteries count in µWh, or in µAh. */
function milliwattHours(energy?: number, charge?: number, microvolts?: number): number | undefined {
  if (energy) return Math.round(energy / 1000);
  return charge && microvolts ? Math.round((charge / 1e6) * (microvolts / 1e6) * 1000) : undefined;
}
