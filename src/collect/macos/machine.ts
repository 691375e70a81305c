import type { SectionRow } from '../../model/catalogue.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { ask, knownText, mebibytes } from '../portable/functions.ts';
import { nameIn } from '../sources/container-manager.ts';
import { shortName } from '../sources/own-name.ts';
import { text } from '../sources/values.ts';
import { fromReport } from './from-report.ts';
import { secureBootOf } from './secure-boot.ts';
import type { Item } from './values.ts';

/** What macOS calls itself as a machine: its hardware UUID, which everything else on a Mac goes by. */
export const macosMachine = fromReport('macos/machine', 'hardware', ['SPHardware'], (parts) =>
  parts('SPHardware').slice(0, 1).map(identityRow),
);

function identityRow(machine: Item): SectionRow<'hardware'> {
  const uuid = text(machine['platform_UUID'])?.toUpperCase();
  return present({ uuid, vmSystem: virtualisation(text(machine['machine_model'])) });
}

/** Model, firmware, and how it starts: Macs have no SMBIOS that says it in its own words. */
export const macosModel = fromReport('macos/model', 'bios', ['SPHardware', 'SPiBridge'], (parts) => {
  const secureBoot = secureBootOf(parts('SPiBridge'));
  const state = secureBoot && (secureBoot.state === 'unknown' ? undefined : ENABLED[secureBoot.state]);
  return parts('SPHardware')
    .slice(0, 1)
    .map((machine) => ({ ...modelRow(machine), ...present({ secureBoot: state }) }));
});

const ENABLED = { on: 'enabled', off: 'disabled' } as const;

const APPLE = 'Apple Inc.';

function modelRow(machine: Item): SectionRow<'bios'> {
  return present({
    manufacturer: APPLE,
    model: text(machine['machine_model']),
    serial: text(machine['serial_number']),
    sku: text(machine['model_number']),
    type: nameIn(CHASSIS, text(machine['machine_name']) ?? ''),
    firmwareManufacturer: APPLE,
    firmwareVersion: text(machine['boot_rom_version']),
  });
}

// The names Macs are sold under, as chassis types of SMBIOS 7.4.1.
const CHASSIS: readonly (readonly [RegExp, string])[] = [
  [/^MacBook/, 'Notebook'],
  [/^iMac/, 'All in One'],
  [/^Mac mini|^Mac Studio/, 'Mini PC'],
  [/^Mac Pro/, 'Tower'],
];

/** `VirtualMac2,1` and `VMware20,1`, where others say `Mac14,2`. */
function virtualisation(model: string | undefined): string | undefined {
  return model && (nameIn(HYPERVISORS, model) ?? 'Physical');
}

const HYPERVISORS: readonly (readonly [RegExp, string])[] = [
  [/^VirtualMac/, 'Apple Virtualization'],
  [/^VMware/i, 'VMware'],
  [/^Parallels/i, 'Parallels'],
  [/^VirtualBox/i, 'VirtualBox'],
];

/** The same from systeminformation, for a system whose report does not come; swap is left out, it comes and goes. */
export const macosMachineBase: Collector<'hardware'> = {
  name: 'macos/machine-base',
  section: 'hardware',
  platforms: ['darwin'],
  async collect(host) {
    const [memory, system] = await Promise.all([ask(host, 'mem'), ask(host, 'system')]);
    const name = shortName(host);
    const uuid = knownText(system?.uuid)?.toUpperCase();
    return { rows: [present({ name, arch: host.facts.machine, memory: mebibytes(memory?.total), uuid })] };
  },
};

export const macosModelBase: Collector<'bios'> = {
  name: 'macos/model-base',
  section: 'bios',
  platforms: ['darwin'],
  async collect(host) {
    const system = await ask(host, 'system');
    const [model, serial] = [knownText(system?.model), knownText(system?.serial)];
    return model || serial ? { rows: [present({ manufacturer: APPLE, model, serial })] } : undefined;
  },
};
