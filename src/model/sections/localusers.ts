import { many, text } from '../descriptor.ts';

/** Accounts of the machine itself. OCS protocol section 3.12. */
export const localusers = many('LOCAL_USERS', {
  topic: 'security',
  label: { en: 'Local users', fr: 'Utilisateurs locaux' },
  identity: [['login'], ['id'], ['name']],
  columns: ['login', 'id', 'name', 'home', 'shell', 'lastLogin'],
  fields: {
    login: text('LOGIN', 'Login', "Nom d'utilisateur", { source: '/etc/passwd', sensitive: true }),
    id: text('ID_USER', 'User id', "Identifiant d'utilisateur", { source: '/etc/passwd', fusion: 'ID' }),
    gid: text('GID', 'Group id', 'Identifiant de groupe', { source: '/etc/passwd' }),
    name: text('NAME', 'Full name', 'Nom complet', { source: '/etc/passwd', sensitive: true }),
    home: text('HOME', 'Home folder', 'Dossier personnel', { source: '/etc/passwd', sensitive: true }),
    shell: text('SHELL', 'Shell', 'Interpréteur', { source: '/etc/passwd' }),
    lastLogin: text('LASTLOGIN', 'Last login', 'Dernière connexion', {
      source: '/var/lib/lastlog/lastlog2.db, /var/log/lastlog',
      sensitive: true,
      volatile: true,
    }),
  },
});
