import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { parseEdid } from '../sources/edid.ts';
import { monitorMaker } from '../sources/monitor-makers.ts';
import { devicesIn } from '../sources/sysfs.ts';

const FOLDER = '/sys/class/drm';

/** Monitors that are plugged in, by what they say of themselves (EDID). */
export const linuxMonitors: Collector<'monitors'> = {
  name: 'linux/monitors',
  section: 'monitors',
  platforms: ['linux'],
  async collect(host) {
    const connectors = (await devicesIn(host, FOLDER))?.filter((name) => /^card\d+-/.test(name));
    if (!connectors) return undefined;
    const rows = await Promise.all(connectors.map((connector) => monitorRow(host, connector)));
    return { rows: rows.filter((row) => row !== undefined) };
  },
};

async function monitorRow(host: Host, connector: string): Promise<SectionRow<'monitors'> | undefined> {
  const bytes = await host.read(`${FOLDER}/${connector}/edid`);
  const row = bytes && edidRow(bytes);
  return row && { ...row, port: connector.replace(/^card\d+-/, '') };
}

/** What a monitor says of itself; undefined for what is no EDID. */
export function edidRow(bytes: Uint8Array): SectionRow<'monitors'> | undefined {
  const edid = parseEdid(bytes);
  if (!edid) return undefined;
  const { name, manufacturer, product, serial, serialNumber, week, year, digital, size, resolution } = edid;
  return present({
    caption: name ?? `${manufacturer} ${hex(product, 4)}`,
    manufacturer: monitorMaker(manufacturer),
    description: week >= 1 && week <= 54 ? `${week}/${year}` : `${year}`,
    type: digital ? 'digital' : 'analog',
    serial,
    otherSerial: serialNumber > 0 ? hex(serialNumber, 8) : undefined,
    size: size && `${size.width} x ${size.height} mm`,
    resolution: resolution && `${resolution.width}x${resolution.height}`,
    edid: Buffer.from(bytes).toString('base64'),
  });
}

function hex(number: number, digits: number): string {
  return number.toString(16).toUpperCase().padStart(digits, '0');
}
