import { many, text } from '../descriptor.ts';

/** Environment variables of the agent. FusionInventory and GLPI agents only. */
export const envs = many('ENVS', {
  topic: 'system',
  volatile: true,
  label: { en: 'Environment variables', fr: "Variables d'environnement" },
  identity: [['key']],
  columns: ['key', 'value'],
  fields: {
    key: text('KEY', 'Name', 'Nom'),
    value: text('VAL', 'Value', 'Valeur', { sensitive: true }),
  },
});
