import { many, text, yesNo } from '../descriptor.ts';

/** Antivirus programs. FusionInventory and GLPI agents only. */
export const antivirus = many('ANTIVIRUS', {
  topic: 'security',
  label: { en: 'Antivirus', fr: 'Antivirus' },
  identity: [['guid'], ['name'], ['company']],
  columns: ['name', 'company', 'version', 'enabled', 'upToDate'],
  fields: {
    name: text('NAME', 'Name', 'Nom'),
    company: text('COMPANY', 'Publisher', 'Éditeur'),
    version: text('VERSION', 'Version', 'Version'),
    enabled: yesNo('ENABLED', 'Enabled', 'Activé'),
    upToDate: yesNo('UPTODATE', 'Up to date', 'À jour'),
    expiration: text('EXPIRATION', 'Expires on', 'Expire le'),
    baseVersion: text('BASE_VERSION', 'Signatures', 'Signatures', { volatile: true }),
    baseCreation: text('BASE_CREATION', 'Signatures of', 'Signatures du', { volatile: true }),
    guid: text('GUID', 'GUID', 'GUID'),
  },
});
