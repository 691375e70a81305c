import type { cli as en } from '../en/cli.ts';

export const cli: typeof en = {
  unexpected: 'Erreur inattendue ; merci de la signaler avec la sortie de la même commande et --debug',
};
