import { integer, many, text, yesNo } from '../descriptor.ts';

/** Database servers. GLPI agents only. */
export const databasesservices = many('DATABASES_SERVICES', {
  topic: 'software',
  label: { en: 'Database services', fr: 'Services de base de données' },
  identity: [['name', 'port'], ['name', 'path'], ['name']],
  columns: ['name', 'type', 'version', 'port', 'size', 'active'],
  fields: {
    name: text('NAME', 'Name', 'Nom'),
    type: text('TYPE', 'Type', 'Type'),
    version: text('VERSION', 'Version', 'Version'),
    manufacturer: text('MANUFACTURER', 'Publisher', 'Éditeur'),
    port: integer('PORT', 'Port', 'Port'),
    path: text('PATH', 'Folder', 'Dossier'),
    size: integer('SIZE', 'Size', 'Taille', { unit: 'MB', volatile: true }),
    active: yesNo('IS_ACTIVE', 'Active', 'Actif'),
    onBackup: yesNo('IS_ONBACKUP', 'Backed up', 'Sauvegardé'),
    lastBoot: text('LAST_BOOT_DATE', 'Started at', 'Démarré le', { volatile: true }),
    lastBackup: text('LAST_BACKUP_DATE', 'Last backup', 'Dernière sauvegarde', { volatile: true }),
  },
});
