import type { AnyCollector } from './collector.ts';
import { linuxAntivirus } from './linux/antivirus.ts';
import { linuxApkPackages } from './linux/apk-packages.ts';
import { linuxApkRepositories } from './linux/apk-repositories.ts';
import { linuxAptRepositories } from './linux/apt-repositories.ts';
import { linuxAutomaticUpdates } from './linux/automatic-updates.ts';
import { linuxBatteries } from './linux/batteries.ts';
import { linuxBios, linuxBiosDeviceTree, linuxBiosSysfs } from './linux/bios.ts';
import { linuxCameras } from './linux/cameras.ts';
import { linuxControllers } from './linux/controllers.ts';
import { linuxCpus } from './linux/cpus.ts';
import { linuxDebPackages } from './linux/deb-packages.ts';
import { linuxDesktopPrograms } from './linux/desktop-programs.ts';
import { linuxDrives } from './linux/drives.ts';
import { linuxEmptyPasswords } from './linux/empty-passwords.ts';
import { linuxFirewalls } from './linux/firewalls.ts';
import { linuxFirmwares } from './linux/firmwares.ts';
import { linuxFlatpakRepositories } from './linux/flatpak-repositories.ts';
import { linuxFlatpaks } from './linux/flatpaks.ts';
import { linuxGemPackages } from './linux/gem-packages.ts';
import { linuxInputs } from './linux/inputs.ts';
import { linuxKernelProtection } from './linux/kernel-protection.ts';
import { linuxListeners } from './linux/listeners.ts';
import { linuxLocalGroups, linuxLocalUsers } from './linux/local-users.ts';
import { linuxLastLogin, linuxLogins } from './linux/logins.ts';
import { linuxLogicalVolumes, linuxPhysicalVolumes, linuxVolumeGroups } from './linux/lvm.ts';
import { linuxMemories } from './linux/memories.ts';
import { linuxModems } from './linux/modems.ts';
import { linuxMonitors } from './linux/monitors.ts';
import { linuxNamesAndRoutes } from './linux/names-and-routes.ts';
import { linuxNetworks } from './linux/networks.ts';
import { linuxNpmPackages } from './linux/npm-packages.ts';
import { linuxOperatingSystem } from './linux/operating-system.ts';
import { linuxPacmanPackages } from './linux/pacman-packages.ts';
import { linuxPacmanRepositories } from './linux/pacman-repositories.ts';
import { linuxPendingUpdates } from './linux/pending-updates.ts';
import { linuxPipPackages } from './linux/pip-packages.ts';
import { linuxPorts, linuxSerialPorts } from './linux/ports.ts';
import { linuxPowerSupplies } from './linux/power-supplies.ts';
import { linuxPrinters } from './linux/printers.ts';
import { linuxProcesses } from './linux/processes.ts';
import { linuxReboot } from './linux/reboot.ts';
import { linuxRpmPackages } from './linux/rpm-packages.ts';
import { linuxRpmRepositories } from './linux/rpm-repositories.ts';
import { linuxSecureBoot } from './linux/secure-boot.ts';
import { linuxSensors } from './linux/sensors.ts';
import { linuxSlots } from './linux/slots.ts';
import { linuxSnapPackages } from './linux/snap-packages.ts';
import { linuxSounds } from './linux/sounds.ts';
import { linuxSshAccess } from './linux/ssh-access.ts';
import { linuxStorages } from './linux/storages.ts';
import { linuxSystem } from './linux/system.ts';
import { linuxTimezone } from './linux/timezone.ts';
import { linuxUsbDevices } from './linux/usb-devices.ts';
import { linuxUsers } from './linux/users.ts';
import { linuxUuid } from './linux/uuid.ts';
import { linuxVideos } from './linux/videos.ts';
import { linuxVirtualMachines } from './linux/virtual-machines.ts';
import { linuxVirtualisation } from './linux/virtualisation.ts';
import { linuxVolumes } from './linux/volumes.ts';
import { macosLocalGroups, macosLocalUsers } from './macos/accounts.ts';
import { macosAntivirus } from './macos/antivirus.ts';
import { macosBatteries } from './macos/batteries.ts';
import { macosInputs } from './macos/bluetooth.ts';
import { macosBundles } from './macos/bundles.ts';
import { macosCameras } from './macos/cameras.ts';
import { macosControllers } from './macos/controllers.ts';
import { macosMonitors, macosVideos } from './macos/displays.ts';
import { macosDrives } from './macos/drives.ts';
import { macosFirewalls } from './macos/firewalls.ts';
import { macosLogins, macosUsers } from './macos/logins.ts';
import { macosMachine, macosMachineBase, macosModel, macosModelBase } from './macos/machine.ts';
import { macosMemories } from './macos/memories.ts';
import { macosNetworks } from './macos/networks.ts';
import { macosOperatingSystem, macosSystem, macosTimezone } from './macos/operating-system.ts';
import { macosPrinters } from './macos/printers.ts';
import { macosCpus } from './macos/processors.ts';
import { macosPrograms } from './macos/programs.ts';
import { macosGatekeeper, macosIntegrity, macosSecureBoot, macosUpdates } from './macos/protection.ts';
import { macosReceipts } from './macos/receipts.ts';
import { macosDirectory, macosRoutes } from './macos/routes.ts';
import { macosSounds } from './macos/sounds.ts';
import { macosStorages } from './macos/storages.ts';
import { macosDescription, macosUptime } from './macos/uptime.ts';
import { macosUsbDevices } from './macos/usb-devices.ts';
import { macosVolumes } from './macos/volumes.ts';
import { portableBios } from './portable/bios.ts';
import { portableCpus } from './portable/cpus.ts';
import { portableDrives, portableStorages } from './portable/disks.ts';
import { portableHardware } from './portable/hardware.ts';
import { portableMemories } from './portable/memories.ts';
import { portableNetworks } from './portable/networks.ts';
import {
  portableBatteries,
  portableMonitors,
  portablePrinters,
  portableSounds,
  portableUsbDevices,
  portableVideos,
} from './portable/peripherals.ts';
import { windowsAntivirus } from './windows/antivirus.ts';
import { windowsApps } from './windows/apps.ts';
import { windowsCpus } from './windows/cpus.ts';
import { windowsControllers, windowsKeyboards, windowsPointers, windowsUsbDevices } from './windows/devices.ts';
import { windowsDrives } from './windows/drives.ts';
import { windowsFeatures } from './windows/features.ts';
import { windowsFirewalls } from './windows/firewalls.ts';
import { windowsHotfixes } from './windows/hotfixes.ts';
import { windowsLicences, windowsProductKey } from './windows/licences.ts';
import { windowsMonitors } from './windows/monitors.ts';
import { windowsNetworks, windowsRoutes } from './windows/networks.ts';
import { windowsPrinters } from './windows/printers.ts';
import { windowsPrograms } from './windows/programs.ts';
import { windowsAccountControl, windowsSecureBoot, windowsTpm, windowsUpdates } from './windows/protection.ts';
import { windowsBios, windowsMemories, windowsPorts, windowsSlots, windowsUuid } from './windows/smbios.ts';
import { windowsStorages } from './windows/storages.ts';
import {
  windowsDomain,
  windowsFullName,
  windowsLogins,
  windowsOperatingSystem,
  windowsSystem,
  windowsTimezone,
} from './windows/system.ts';
import { windowsLocalGroups, windowsLocalUsers, windowsUsers } from './windows/users.ts';
import { windowsVideos } from './windows/videos.ts';

/** `own` readers of the platform, or systeminformation (`si`) alone. */
export type Source = 'own' | 'si';

/** Every collector, in order of priority: where two fill one section, the first one's values stand. */
const own: readonly AnyCollector[] = [
  linuxSystem,
  linuxUuid,
  linuxNamesAndRoutes,
  linuxLogins,
  linuxLastLogin,
  linuxVirtualisation,
  linuxOperatingSystem,
  linuxBios,
  linuxBiosSysfs,
  linuxBiosDeviceTree,
  linuxSecureBoot,
  linuxCpus,
  linuxMemories,
  linuxSlots,
  linuxPorts,
  linuxSerialPorts,
  linuxPowerSupplies,
  linuxStorages,
  linuxDrives,
  linuxVolumes,
  linuxPhysicalVolumes,
  linuxVolumeGroups,
  linuxLogicalVolumes,
  linuxNetworks,
  linuxVirtualMachines,
  linuxControllers,
  linuxVideos,
  linuxSounds,
  linuxUsbDevices,
  linuxInputs,
  linuxMonitors,
  linuxPrinters,
  linuxModems,
  linuxCameras,
  linuxBatteries,
  linuxSensors,
  linuxFirmwares,
  linuxTimezone,
  linuxUsers,
  linuxLocalUsers,
  linuxLocalGroups,
  linuxProcesses,
  linuxAptRepositories,
  linuxRpmRepositories,
  linuxApkRepositories,
  linuxPacmanRepositories,
  linuxFlatpakRepositories,
  linuxDebPackages,
  linuxRpmPackages,
  linuxApkPackages,
  linuxPacmanPackages,
  linuxSnapPackages,
  linuxFlatpaks,
  linuxDesktopPrograms,
  linuxPipPackages,
  linuxNpmPackages,
  linuxGemPackages,
  linuxFirewalls,
  linuxListeners,
  linuxAntivirus,
  linuxKernelProtection,
  linuxSshAccess,
  linuxEmptyPasswords,
  linuxPendingUpdates,
  linuxAutomaticUpdates,
  linuxReboot,
  windowsDomain,
  windowsLogins,
  windowsSystem,
  windowsRoutes,
  windowsProductKey,
  windowsUuid,
  windowsOperatingSystem,
  windowsFullName,
  windowsTimezone,
  windowsBios,
  windowsCpus,
  windowsMemories,
  windowsSlots,
  windowsPorts,
  windowsStorages,
  windowsDrives,
  windowsNetworks,
  windowsControllers,
  windowsVideos,
  windowsUsbDevices,
  windowsKeyboards,
  windowsPointers,
  windowsMonitors,
  windowsPrinters,
  windowsUsers,
  windowsLocalUsers,
  windowsLocalGroups,
  windowsFirewalls,
  windowsAntivirus,
  windowsSecureBoot,
  windowsTpm,
  windowsAccountControl,
  windowsUpdates,
  windowsPrograms,
  windowsHotfixes,
  windowsFeatures,
  windowsApps,
  windowsLicences,
  macosMachine,
  macosSystem,
  macosDescription,
  macosDirectory,
  macosRoutes,
  macosLogins,
  macosMachineBase,
  macosOperatingSystem,
  macosUptime,
  macosTimezone,
  macosModel,
  macosModelBase,
  macosCpus,
  macosMemories,
  macosStorages,
  macosDrives,
  macosVolumes,
  macosNetworks,
  macosControllers,
  macosVideos,
  macosMonitors,
  macosSounds,
  macosUsbDevices,
  macosInputs,
  macosPrinters,
  macosCameras,
  macosBatteries,
  macosUsers,
  macosLocalUsers,
  macosLocalGroups,
  macosFirewalls,
  macosAntivirus,
  macosIntegrity,
  macosSecureBoot,
  macosGatekeeper,
  macosUpdates,
  macosPrograms,
  macosReceipts,
  macosBundles,
];
/** systeminformation, which knows something of every system. */
const portable: readonly AnyCollector[] = [
  portableHardware,
  portableBios,
  portableCpus,
  portableMemories,
  portableStorages,
  portableDrives,
  portableNetworks,
  portableVideos,
  portableSounds,
  portableUsbDevices,
  portableMonitors,
  portablePrinters,
  portableBatteries,
];

/** The collectors of a platform, in order of priority. */
export function collectorsFor(platform: NodeJS.Platform, source: Source): readonly AnyCollector[] {
  if (source === 'si') return portable;
  return [...own, ...portable].filter(({ platforms }) => platforms.includes(platform));
}
