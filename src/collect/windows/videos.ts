import type { SectionRow } from '../../model/catalogue.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { text, whole } from '../sources/values.ts';
import type { VideoController } from './asked/hardware.ts';
import { fromWindows } from './from-windows.ts';
import { deviceIds } from './values.ts';

/** Graphics adapters. */
export const windowsVideos: Collector<'videos'> = fromWindows('videos', 'videos', (controllers) =>
  controllers.map(videoRow),
);

const MEBIBYTE = 1024 * 1024;
/** Where AdapterRAM stops to count. */
const MOST = 4095 * MEBIBYTE;

function videoRow(controller: Partial<VideoController>): SectionRow<'videos'> {
  const ram = whole(controller.ram) ?? 0;
  const bytes = whole(controller.size) ?? (ram < MOST ? ram : 0);
  const [width, height] = [whole(controller.width), whole(controller.height)];
  return present({
    name: text(controller.name),
    chipset: text(controller.chipset),
    memory: Math.floor(bytes / MEBIBYTE) || undefined,
    resolution: width && height ? `${width}x${height}` : undefined,
    pciId: deviceIds(controller.pnp)?.pci,
    driverVersion: text(controller.driver),
  });
}
