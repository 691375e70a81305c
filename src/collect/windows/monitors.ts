import type { SectionRow } from '../../model/catalogue.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { edidRow } from '../linux/monitors.ts';
import { monitorMaker } from '../sources/monitor-makers.ts';
import { text, whole } from '../sources/values.ts';
import type { Monitor } from './asked/hardware.ts';
import { askWindows, isAbsent } from './powershell.ts';
import { letters } from './values.ts';

/** Monitors that show a picture, by the EDID that Windows keeps of them; else by what WMI makes of it. */
export const windowsMonitors: Collector<'monitors'> = {
  name: 'windows/monitors',
  section: 'monitors',
  platforms: ['win32'],
  async collect(host) {
    const answer = await askWindows(host, 'monitors');
    if (!answer) return undefined;
    // Where none was ever plugged in, as on servers, Windows does not know the class.
    if (isAbsent(answer)) return { rows: [] };
    return { rows: answer.rows.map(monitorRow), ...present({ missing: answer.missing }) };
  },
};

function monitorRow(monitor: Partial<Monitor>): SectionRow<'monitors'> {
  const port = LINKS[whole(monitor.link) ?? UNKNOWN];
  const edid = edidRow(Buffer.from(text(monitor.edid) ?? '', 'hex'));
  if (edid) return present({ ...edid, port });
  const maker = letters(monitor.maker);
  return present({
    caption: letters(monitor.name) ?? [maker, letters(monitor.product)].filter(Boolean).join(' '),
    manufacturer: maker && monitorMaker(maker),
    description: [whole(monitor.week) || undefined, whole(monitor.year)].filter(Boolean).join('/'),
    port,
    serial: letters(monitor.serial),
  });
}

const UNKNOWN = -1;

// D3DKMDT_VIDEO_OUTPUT_TECHNOLOGY, d3dkmdt.h.
const LINKS: Readonly<Record<number, string>> = {
  0: 'VGA',
  4: 'DVI',
  5: 'HDMI',
  6: 'LVDS',
  10: 'DisplayPort',
  11: 'eDP',
  15: 'Miracast',
  2147483648: 'Internal',
};
