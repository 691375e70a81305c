import type { Host } from '../../model/host.ts';
import { allowed, decode } from './text.ts';

const KEY_BYTES = 512;
const VALUE_BYTES = 2048;

/** What Hyper-V tells its guest in pool 3 of its key-value exchange, `VirtualMachineName` among it. */
export async function guestValues(host: Host): Promise<ReadonlyMap<string, string>> {
  const bytes = (await allowed(host.read('/var/lib/hyperv/.kvp_pool_3'))) ?? new Uint8Array();
  const values = new Map<string, string>();
  for (let at = 0; at + KEY_BYTES + VALUE_BYTES <= bytes.length; at += KEY_BYTES + VALUE_BYTES) {
    values.set(text(bytes, at, KEY_BYTES), text(bytes, at + KEY_BYTES, VALUE_BYTES));
  }
  return values;
}

function text(bytes: Uint8Array, start: number, length: number): string {
  return decode(bytes.subarray(start, start + length)).replace(/\0.*$/s, '');
}
