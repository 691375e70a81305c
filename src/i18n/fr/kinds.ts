import type { kinds as en } from '../en/kinds.ts';

export const kinds: typeof en = {
  computer: 'ordinateur',
  phone: 'téléphone',
  printer: 'imprimante',
  network: 'matériel réseau',
  unmanaged: 'appareil',
};
