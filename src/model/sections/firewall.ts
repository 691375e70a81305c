import { many, text } from '../descriptor.ts';

/** Firewalls and their profiles. FusionInventory and GLPI agents only. */
export const firewall = many('FIREWALL', {
  topic: 'security',
  aliases: ['FIREWALLS'],
  glpi: 'firewalls',
  label: { en: 'Firewall', fr: 'Pare-feu' },
  identity: [
    ['description', 'profile', 'ipAddress', 'ipAddress6'],
    ['description', 'profile'],
    ['profile', 'ipAddress'],
    ['profile'],
    ['description'],
  ],
  columns: ['description', 'profile', 'status', 'ipAddress'],
  fields: {
    description: text('DESCRIPTION', 'Name', 'Nom'),
    profile: text('PROFILE', 'Profile', 'Profil'),
    status: text('STATUS', 'Status', 'État', {
      words: {
        off: { en: 'off', fr: 'désactivé' },
        on: { en: 'on', fr: 'activé' },
        unknown: { en: 'unknown', fr: 'inconnu' },
      },
    }),
    ipAddress: text('IPADDRESS', 'IP address', 'Adresse IP'),
    ipAddress6: text('IPADDRESS6', 'IPv6 address', 'Adresse IPv6'),
  },
});
