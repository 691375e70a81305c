import { many, text } from '../descriptor.ts';

/** Who is logged in while the inventory is made; Android agents say USER. */
export const users = many('USERS', {
  topic: 'security',
  volatile: true,
  aliases: ['USER'],
  label: { en: 'Logged-in users', fr: 'Utilisateurs connectés' },
  identity: [['domain', 'login'], ['login']],
  columns: ['login', 'domain'],
  fields: {
    login: text('LOGIN', 'Login', "Nom d'utilisateur", { source: '/run/utmp', sensitive: true }),
    domain: text('DOMAIN', 'Domain', 'Domaine'),
  },
});
