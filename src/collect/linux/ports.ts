import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { connectorType, portType } from '../sources/port-types.ts';
import { readSmbios, type SmbiosStructure } from '../sources/smbios.ts';
import { devicesIn } from '../sources/sysfs.ts';
import { allowed, attributeNumber } from '../sources/text.ts';
import { fromSmbios } from './from-smbios.ts';

/** Connectors on the board and at the back: SMBIOS type 8. */
export const linuxPorts = fromSmbios('ports', portRows);

export function portRows(structures: readonly SmbiosStructure[]): readonly SectionRow<'ports'>[] {
  return structures.filter(({ type }) => type === 8).map(portRow);
}

function portRow(port: SmbiosStructure): SectionRow<'ports'> {
  return present({
    name: port.text(0x04) ?? port.text(0x06),
    type: portType(port.byte(0x08)),
    caption: connectorType(port.byte(0x07)),
    description: connectorType(port.byte(0x05)),
  });
}

const FOLDER = '/sys/class/tty';

/** The serial ports among them, which the kernel shows to everyone. */
export const linuxSerialPorts: Collector<'ports'> = {
  name: 'linux/serial-ports',
  section: 'ports',
  platforms: ['linux'],
  async collect(host) {
    const names = (await devicesIn(host, FOLDER))?.filter((name) => /^tty(?:S|AMA|USB)\d/.test(name));
    if (!names || names.length === 0) return undefined;
    const rows = await Promise.all(names.map((name) => serialPort(host, name)));
    const missing = await whyNoSmbios(host);
    return { rows: rows.filter((row) => row !== undefined), ...present({ missing }) };
  },
};

// linux/serial_core.h; 0 is a port that the kernel keeps ready, with nothing behind it.
const CHIPS: Readonly<Record<number, string>> = {
  1: 'Serial port 8250 compatible',
  2: 'Serial port 16450 compatible',
  3: 'Serial port 16550 compatible',
  4: 'Serial port 16550A compatible',
};

async function serialPort(host: Host, name: string): Promise<SectionRow<'ports'> | undefined> {
  if (name.startsWith('ttyUSB')) return { name, type: 'USB', caption: 'Serial adapter' };
  const chip = await attributeNumber(host, `${FOLDER}/${name}/type`);
  return chip ? { name, type: CHIPS[chip] ?? 'Serial port' } : undefined;
}

async function whyNoSmbios(host: Host): Promise<string | undefined> {
  const table = await allowed(readSmbios(host).then((structures) => structures ?? []));
  if (table === undefined) return 'needs-root';
  return table.length === 0 ? 'not-supported: no SMBIOS' : undefined;
}
