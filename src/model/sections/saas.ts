import { integer, many, text } from '../descriptor.ts';

/** Names looked up by the machine: Windows' DNS cache. OCS protocol section 3.12. */
export const saas = many('SAAS', {
  topic: 'security',
  label: { en: 'Online services', fr: 'Services en ligne' },
  identity: [['entry', 'data'], ['entry']],
  columns: ['entry', 'data'],
  fields: {
    entry: text('ENTRY', 'Name', 'Nom', { sensitive: true }),
    data: text('DATA', 'Address', 'Adresse', { sensitive: true }),
    ttl: integer('TTL', 'Time to live', 'Durée de vie', { unit: 's', volatile: true }),
  },
});
