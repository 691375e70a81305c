import type { SectionRow } from '../../model/catalogue.ts';
import { present } from '../../model/present.ts';
import { edidRow } from '../linux/monitors.ts';
import { monitorMaker } from '../sources/monitor-makers.ts';
import type { Monitor } from './answers.ts';
import { fromWindows } from './from-windows.ts';
import { letters, text, whole } from './values.ts';

/** Monitors that show a picture, by the EDID that Windows keeps of them; else by what WMI makes of it. */
export const windowsMonitors = fromWindows('monitors', 'monitors', (monitors) => monitors.map(monitorRow));

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
