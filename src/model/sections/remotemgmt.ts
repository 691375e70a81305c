import { many, text } from '../descriptor.ts';

/** Remote control programs and the ids under which they are reached. FusionInventory and GLPI agents only. */
export const remotemgmt = many('REMOTE_MGMT', {
  topic: 'security',
  label: { en: 'Remote control', fr: 'Prise en main à distance' },
  identity: [['type', 'id'], ['type']],
  columns: ['type', 'id', 'version'],
  fields: {
    type: text('TYPE', 'Program', 'Logiciel'),
    id: text('ID', 'Id', 'Identifiant', { sensitive: true }),
    version: text('VERSION', 'Version', 'Version'),
  },
});
