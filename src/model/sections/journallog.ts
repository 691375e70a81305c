import { many, text } from '../descriptor.ts';

/** Entries of a log that an OCS plugin watches. */
export const journallog = many('JOURNALLOG', {
  topic: 'system',
  label: { en: 'Watched log', fr: 'Journal surveillé' },
  identity: [['listener', 'date', 'entry'], ['date', 'entry'], ['entry']],
  columns: ['date', 'listener', 'entry', 'status'],
  fields: {
    entry: text('JOURNALLOG', 'Entry', 'Entrée'),
    listener: text('LISTENERNAME', 'Listener', 'Écouteur'),
    date: text('DATE', 'Date', 'Date'),
    status: text('STATUS', 'Status', 'État'),
    errorCode: text('ERRORCODE', 'Error code', "Code d'erreur"),
  },
});
