import type { reasons as en } from '../en/reasons.ts';

export const reasons: typeof en = {
  'needs-root': 'demande les droits root : lancer avec sudo',
  'needs-administrator': "demande les droits d'administrateur : exécuter en tant qu'administrateur",
  'timed-out': 'délai dépassé',
  'not-requested': 'non demandé',
  'not-sent': "non envoyé par l'agent",
  'not-supported': 'non pris en charge sur ce système',
  'not-running': 'la machine ne fonctionnait pas : seul son disque a été lu',
  failed: 'échec',
};
