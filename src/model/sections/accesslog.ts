import { one, text } from '../descriptor.ts';

/** When the inventory was made, and for whom. FusionInventory and GLPI agents only. */
export const accesslog = one('ACCESSLOG', {
  topic: 'system',
  volatile: true,
  label: { en: 'Access log', fr: "Journal d'accès" },
  columns: ['logDate', 'userId'],
  fields: {
    logDate: text('LOGDATE', 'Date', 'Date'),
    userId: text('USERID', 'User', 'Utilisateur', { sensitive: true }),
  },
});
