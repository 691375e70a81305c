import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collected, Collector } from '../collector.ts';
import { parseCpuinfo } from '../sources/cpuinfo.ts';
import { readSmbios, type SmbiosStructure } from '../sources/smbios.ts';
import { devicesIn } from '../sources/sysfs.ts';
import { allowed, attribute, readAllowed, readText } from '../sources/text.ts';

/** Firmware beside that of the main board: microcode, embedded controller, TPM, and what UEFI can update (ESRT). */
export const linuxFirmwares: Collector<'firmwares'> = {
  name: 'linux/firmwares',
  section: 'firmwares',
  platforms: ['linux'],
  async collect(host): Promise<Collected<'firmwares'> | undefined> {
    const modules = await devicesIn(host, '/sys/class/tpm');
    if (!modules) return undefined;
    const structures = (await allowed(readSmbios(host))) ?? [];
    const updatable = await allowed(esrtRows(host));
    const rows = [
      ...(await microcode(host)),
      ...embeddedController(structures),
      ...(await Promise.all(modules.map((module) => tpmRow(host, module, structures)))),
      ...(updatable ?? []),
    ];
    return { rows, ...(updatable ? {} : { missing: 'needs-root' }) };
  },
};

/** All processors of a machine run the same; `0xffffffff` is what a hypervisor may say that shows none. */
async function microcode(host: Host): Promise<readonly SectionRow<'firmwares'>[]> {
  const [cpu] = parseCpuinfo((await readAllowed(host, '/proc/cpuinfo')) ?? '');
  const version = cpu?.get('microcode');
  if (!version || /^0x(?:f+|0*1)$/.test(version)) return [];
  const manufacturer = cpu?.get('vendor_id')?.replace(/Genuine|Authentic/, '');
  return [present({ name: 'CPU microcode', type: 'Microcode', version, manufacturer })];
}

const NO_RELEASE = 0xff;

/** SMBIOS type 0, offsets 16h and 17h; FFh where there is no such controller. */
function embeddedController(structures: readonly SmbiosStructure[]): readonly SectionRow<'firmwares'>[] {
  const bios = structures.find(({ type }) => type === 0);
  const [major = NO_RELEASE, minor = NO_RELEASE] = [bios?.byte(0x16), bios?.byte(0x17)];
  if (major === NO_RELEASE || minor === NO_RELEASE || (major === 0 && minor === 0)) return [];
  return [{ name: 'Embedded controller', type: 'Controller', version: `${major}.${minor}` }];
}

/** SMBIOS type 43 knows who made it, in four letters, and the version of its program. */
async function tpmRow(
  host: Host,
  module: string,
  structures: readonly SmbiosStructure[],
): Promise<SectionRow<'firmwares'>> {
  const major = await attribute(host, `/sys/class/tpm/${module}/tpm_version_major`);
  const device = structures.find(({ type }) => type === 43);
  const release = device?.dword(0x0a);
  return present({
    name: major === '1' ? 'TPM 1.2' : `TPM ${major ?? ''}.0`.replace(' .0', ''),
    type: 'TPM',
    version: release ? `${release >>> 16}.${release & 0xffff}` : undefined,
    manufacturer: lettersOf(device?.bytes(0x04, 4)),
  });
}

function lettersOf(bytes: Uint8Array | undefined): string | undefined {
  const text = Buffer.from(bytes ?? [])
    .toString('latin1')
    .replace(/[^\x21-\x7e]/g, '');
  return text || undefined;
}

const ESRT = '/sys/firmware/efi/esrt/entries';
// UEFI 23.4: System Resource Table, FwType.
const KINDS: Readonly<Record<string, string>> = { 1: 'System firmware', 2: 'Device firmware', 3: 'UEFI driver' };

/** Its files are root's, and so is the folder on most kernels. */
async function esrtRows(host: Host): Promise<readonly SectionRow<'firmwares'>[]> {
  const entries = [...((await host.list(ESRT)) ?? [])].sort();
  return Promise.all(
    entries.map(async (entry) => {
      const value = async (file: string) => (await readText(host, `${ESRT}/${entry}/${file}`))?.trim();
      return present({
        name: await value('fw_class'),
        type: KINDS[(await value('fw_type')) ?? ''],
        version: await value('fw_version'),
      });
    }),
  );
}
