import type { Kind } from '../../model/inventory.ts';

/** What a machine is, for those that are not computers. */
export const kinds = {
  computer: 'computer',
  phone: 'phone',
  printer: 'printer',
  network: 'network device',
  unmanaged: 'device',
} satisfies Record<Kind, string>;
