import type { AnyRow, Row, SectionDescriptor } from './descriptor.ts';
import { accesslog } from './sections/accesslog.ts';
import { antivirus } from './sections/antivirus.ts';
import { batteries } from './sections/batteries.ts';
import { bios } from './sections/bios.ts';
import { cameras } from './sections/cameras.ts';
import { cartridges } from './sections/cartridges.ts';
import { consumables } from './sections/consumables.ts';
import { controllers } from './sections/controllers.ts';
import { cpus } from './sections/cpus.ts';
import { databasesservices } from './sections/databasesservices.ts';
import { drives } from './sections/drives.ts';
import { envs } from './sections/envs.ts';
import { firewall } from './sections/firewall.ts';
import { firmwares } from './sections/firmwares.ts';
import { hardware } from './sections/hardware.ts';
import { inputs } from './sections/inputs.ts';
import { javainfo } from './sections/javainfo.ts';
import { journallog } from './sections/journallog.ts';
import { jvms } from './sections/jvms.ts';
import { languagepackages } from './sections/languagepackages.ts';
import { licenseinfos } from './sections/licenseinfos.ts';
import { listeners } from './sections/listeners.ts';
import { localgroups } from './sections/localgroups.ts';
import { localusers } from './sections/localusers.ts';
import { logicalvolumes } from './sections/logicalvolumes.ts';
import { memories } from './sections/memories.ts';
import { modems } from './sections/modems.ts';
import { monitors } from './sections/monitors.ts';
import { networkcomponents } from './sections/networkcomponents.ts';
import { networkdevice } from './sections/networkdevice.ts';
import { networkports } from './sections/networkports.ts';
import { networks } from './sections/networks.ts';
import { operatingsystem } from './sections/operatingsystem.ts';
import { pagecounters } from './sections/pagecounters.ts';
import { physicalvolumes } from './sections/physicalvolumes.ts';
import { ports } from './sections/ports.ts';
import { powersupplies } from './sections/powersupplies.ts';
import { printers } from './sections/printers.ts';
import { processes } from './sections/processes.ts';
import { registry } from './sections/registry.ts';
import { remotemgmt } from './sections/remotemgmt.ts';
import { repository } from './sections/repository.ts';
import { runningprocesses } from './sections/runningprocesses.ts';
import { saas } from './sections/saas.ts';
import { security } from './sections/security.ts';
import { sensors } from './sections/sensors.ts';
import { sim } from './sections/sim.ts';
import { slots } from './sections/slots.ts';
import { softwares } from './sections/softwares.ts';
import { sounds } from './sections/sounds.ts';
import { storages } from './sections/storages.ts';
import { timezone } from './sections/timezone.ts';
import { usbdevices } from './sections/usbdevices.ts';
import { users } from './sections/users.ts';
import { versionprovider } from './sections/versionprovider.ts';
import { videos } from './sections/videos.ts';
import { virtualmachines } from './sections/virtualmachines.ts';
import { volumegroups } from './sections/volumegroups.ts';
import { volumes } from './sections/volumes.ts';

/** Every section the program knows, in the order of the screens. */
export const catalogue = {
  hardware,
  operatingsystem,
  timezone,
  bios,
  networkdevice,
  networkcomponents,
  cpus,
  memories,
  slots,
  storages,
  drives,
  volumes,
  physicalvolumes,
  volumegroups,
  logicalvolumes,
  controllers,
  videos,
  sounds,
  ports,
  batteries,
  powersupplies,
  sensors,
  firmwares,
  softwares,
  languagepackages,
  repository,
  licenseinfos,
  databasesservices,
  jvms,
  javainfo,
  registry,
  journallog,
  virtualmachines,
  networks,
  networkports,
  sim,
  monitors,
  printers,
  pagecounters,
  cartridges,
  consumables,
  inputs,
  usbdevices,
  modems,
  cameras,
  security,
  antivirus,
  firewall,
  listeners,
  remotemgmt,
  localusers,
  localgroups,
  users,
  saas,
  processes,
  runningprocesses,
  envs,
  accesslog,
  versionprovider,
} as const satisfies Record<string, SectionDescriptor>;

export type SectionName = keyof typeof catalogue;
export const sectionNames = Object.keys(catalogue) as readonly SectionName[];

/** The rows of one section. A section that exists once has one row at most. */
export type SectionRow<N extends SectionName> = Row<(typeof catalogue)[N]>;
export type Sections = { readonly [N in SectionName]?: readonly SectionRow<N>[] };

/** Sections of which only the name is known at run time. */
export type AnySections = { readonly [N in SectionName]?: readonly AnyRow[] };

export function describe(name: SectionName): SectionDescriptor {
  return catalogue[name];
}

export function isSectionName(name: string): name is SectionName {
  return Object.hasOwn(catalogue, name);
}
