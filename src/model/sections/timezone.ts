import { one, text } from '../descriptor.ts';

/** The machine's time zone. */
export const timezone = one('TIMEZONE', {
  topic: 'system',
  label: { en: 'Time zone', fr: 'Fuseau horaire' },
  columns: ['name', 'offset'],
  fields: {
    name: text('NAME', 'Name', 'Nom', { source: '/etc/localtime' }),
    offset: text('OFFSET', 'Offset from UTC', 'Décalage avec UTC'),
  },
});
