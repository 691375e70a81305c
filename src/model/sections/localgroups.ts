import { list, many, text } from '../descriptor.ts';

/** Groups of the machine itself. OCS protocol section 3.12. */
export const localgroups = many('LOCAL_GROUPS', {
  topic: 'security',
  label: { en: 'Local groups', fr: 'Groupes locaux' },
  identity: [['name'], ['id']],
  columns: ['name', 'id', 'members'],
  fields: {
    name: text('NAME', 'Name', 'Nom', { source: '/etc/group' }),
    id: text('ID_GROUP', 'Group id', 'Identifiant de groupe', { source: '/etc/group', fusion: 'ID' }),
    members: list('MEMBER', ',', 'Members', 'Membres', { source: '/etc/group', sensitive: true, glpi: 'members' }),
  },
});
