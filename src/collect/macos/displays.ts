import type { SectionRow } from '../../model/catalogue.ts';
import { present } from '../../model/present.ts';
import { monitorMaker } from '../sources/monitor-makers.ts';
import { text, whole } from '../sources/values.ts';
import { fromReport } from './from-report.ts';
import { hexId, type Item, items, mebibytes } from './values.ts';

/** Graphics adapters. Apple's own have no memory but the machine's. */
export const macosVideos = fromReport('macos/videos', 'videos', ['SPDisplays'], (parts) =>
  parts('SPDisplays').map(videoRow),
);

/** Monitors, built in or plugged in. */
export const macosMonitors = fromReport('macos/monitors', 'monitors', ['SPDisplays'], (parts) =>
  parts('SPDisplays')
    .flatMap((adapter) => items(adapter['spdisplays_ndrvs']))
    .map(monitorRow),
);

function videoRow(adapter: Item): SectionRow<'videos'> {
  const vendor = text(adapter['spdisplays_vendor']);
  const [vendorId, deviceId] = [
    hexId(/0x[0-9a-f]{4}/i.exec(vendor ?? '')?.[0]),
    hexId(adapter['spdisplays_device-id']),
  ];
  const displays = items(adapter['spdisplays_ndrvs']);
  const main = displays.find((display) => display['spdisplays_main'] === 'spdisplays_yes') ?? displays[0];
  return present({
    name: text(adapter['sppci_model']) ?? text(adapter['_name']),
    chipset: vendor && (MAKERS[vendor.toLowerCase()] ?? vendor.replace(/\s*\(0x.*$/, '')),
    memory: mebibytes(adapter['spdisplays_vram']) ?? mebibytes(adapter['_spdisplays_vram']),
    resolution: main && resolutionOf(main),
    pciId: vendorId && deviceId && `${vendorId}:${deviceId}`,
    videoBios: text(adapter['spdisplays_rom-revision']),
  });
}

const MAKERS: Readonly<Record<string, string>> = {
  sppci_vendor_apple: 'Apple',
  sppci_vendor_amd: 'AMD',
  sppci_vendor_intel: 'Intel',
  sppci_vendor_nvidia: 'NVIDIA',
};

function monitorRow(display: Item): SectionRow<'monitors'> {
  const year = whole(display['_spdisplays_display-year']);
  const week = whole(display['_spdisplays_display-week']) ?? 0;
  const isBuiltIn = display['spdisplays_connection_type'] === 'spdisplays_internal';
  const maker = letters(hexId(display['_spdisplays_display-vendor-id']));
  return present({
    caption: text(display['_name']),
    manufacturer: maker && monitorMaker(maker),
    description: year ? (week >= 1 && week <= 54 ? `${week}/${year}` : `${year}`) : undefined,
    port: isBuiltIn ? 'internal' : portOf(text(display['spdisplays_connection_type'])),
    serial: text(display['spdisplays_display-serial-number']),
    // Apple gives all its panels the same.
    otherSerial: isBuiltIn ? undefined : otherSerial(text(display['_spdisplays_display-serial-number'])),
    resolution: resolutionOf(display),
  });
}

/** What the panel has; `_spdisplays_pixels` is what is drawn, which is more where everything is shown smaller. */
function resolutionOf(display: Item): string | undefined {
  const said = [display['spdisplays_pixelresolution'], display['_spdisplays_pixels']].map((value) => text(value) ?? '');
  const [, width, height] = said.map((value) => /(\d{3,5})\s*x\s*(\d{3,5})/.exec(value)).find(Boolean) ?? [];
  return width && `${width}x${height}`;
}

function portOf(connection: string | undefined): string | undefined {
  return connection?.replace(/^spdisplays_(?:displayport_dongletype_)?/, '').replace(/_?monitor$/, '');
}

/** A number, in hex; 0 where the monitor has none. */
function otherSerial(hex: string | undefined): string | undefined {
  return hex && !/^0+$/.test(hex) ? hex.toUpperCase().padStart(8, '0') : undefined;
}

/** EISA: three letters in five bits each, `10ac` is DEL. */
function letters(hex: string | undefined): string | undefined {
  const code = Number.parseInt(hex ?? '', 16);
  const numbers = [(code >> 10) & 31, (code >> 5) & 31, code & 31];
  return numbers.every((number) => number >= 1 && number <= 26)
    ? String.fromCharCode(...numbers.map((number) => number + 64))
    : undefined;
}
