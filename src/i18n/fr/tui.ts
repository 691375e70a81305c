import type { tui as en } from '../en/tui.ts';

export const tui: typeof en = {
  title: 'Parc',
};
