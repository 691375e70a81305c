import type { PortableFunction } from '../../model/host.ts';

/** One function of systeminformation. Loaded only when asked for: importing it costs as much as a whole Linux run. */
export async function callPortable(name: PortableFunction): Promise<unknown> {
  const { default: systeminformation } = await import('systeminformation');
  return systeminformation[name]();
}
