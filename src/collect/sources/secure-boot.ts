import type { Host } from '../../model/host.ts';
import { allowed } from './text.ts';

const FIRMWARE = '/sys/firmware';
const VARIABLE = `${FIRMWARE}/efi/efivars/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c`;

/** UEFI section 3.3, `SecureBoot`: four bytes of attributes, then 1 where it is on. Undefined where it cannot be known. */
export async function secureBootState(host: Host): Promise<'on' | 'off' | 'unsupported' | undefined> {
  const value = (await allowed(host.read(VARIABLE)))?.at(4);
  if (value !== undefined) return value === 1 ? 'on' : 'off';
  const firmware = await allowed(host.list(FIRMWARE));
  // A container sees an empty folder; a machine started by a BIOS has other things there.
  if (!firmware || firmware.length === 0) return undefined;
  return firmware.includes('efi') ? undefined : 'unsupported';
}
