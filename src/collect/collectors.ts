import type { AnyCollector } from './collector.ts';
import { linuxAptRepositories } from './linux/apt-repositories.ts';
import { linuxBatteries } from './linux/batteries.ts';
import { linuxBios, linuxBiosSysfs } from './linux/bios.ts';
import { linuxCpus } from './linux/cpus.ts';
import { linuxDebPackages } from './linux/deb-packages.ts';
import { linuxDrives } from './linux/drives.ts';
import { linuxInputs } from './linux/inputs.ts';
import { linuxLocalGroups, linuxLocalUsers } from './linux/local-users.ts';
import { linuxLogins } from './linux/logins.ts';
import { linuxMemories } from './linux/memories.ts';
import { linuxMonitors } from './linux/monitors.ts';
import { linuxNamesAndRoutes } from './linux/names-and-routes.ts';
import { linuxNetworks } from './linux/networks.ts';
import { linuxControllers, linuxSounds, linuxVideos } from './linux/pci.ts';
import { linuxPorts } from './linux/ports.ts';
import { linuxPowerSupplies } from './linux/power-supplies.ts';
import { linuxPrinters } from './linux/printers.ts';
import { linuxSlots } from './linux/slots.ts';
import { linuxStorages } from './linux/storages.ts';
import { linuxSystem } from './linux/system.ts';
import { linuxTimezone } from './linux/timezone.ts';
import { linuxUsbDevices } from './linux/usb-devices.ts';
import { linuxUsers } from './linux/users.ts';
import { linuxUuid } from './linux/uuid.ts';
import { linuxVirtualisation } from './linux/virtualisation.ts';

/** `own` readers of the platform, or systeminformation (`si`) alone. */
export type Source = 'own' | 'si';

/** Every collector, in order of priority: where two fill one section, the first one's values stand. */
const own: readonly AnyCollector[] = [
  linuxSystem,
  linuxUuid,
  linuxNamesAndRoutes,
  linuxLogins,
  linuxVirtualisation,
  linuxBios,
  linuxBiosSysfs,
  linuxCpus,
  linuxMemories,
  linuxSlots,
  linuxPorts,
  linuxPowerSupplies,
  linuxStorages,
  linuxDrives,
  linuxNetworks,
  linuxControllers,
  linuxVideos,
  linuxSounds,
  linuxUsbDevices,
  linuxInputs,
  linuxMonitors,
  linuxPrinters,
  linuxBatteries,
  linuxTimezone,
  linuxUsers,
  linuxLocalUsers,
  linuxLocalGroups,
  linuxAptRepositories,
  linuxDebPackages,
];
const portable: readonly AnyCollector[] = [];

/** The collectors of a platform, in order of priority. */
export function collectorsFor(platform: NodeJS.Platform, source: Source): readonly AnyCollector[] {
  if (source === 'si') return portable;
  return [...own, ...portable].filter(({ platforms }) => platforms.includes(platform));
}
