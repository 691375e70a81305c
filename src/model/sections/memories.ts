import { integer, many, text, yesNo } from '../descriptor.ts';

/** Memory modules, one row a slot, filled or empty: SMBIOS type 17. OCS protocol section 3.7. */
export const memories = many('MEMORIES', {
  topic: 'hardware',
  bit: 4,
  label: { en: 'Memory modules', fr: 'Barrettes de mémoire' },
  identity: [['caption', 'slot'], ['serial'], ['slot'], ['caption']],
  columns: ['caption', 'capacity', 'type', 'speed', 'manufacturer', 'serial'],
  fields: {
    slot: integer('NUMSLOTS', 'Slot', 'Emplacement'),
    caption: text('CAPTION', 'Slot name', "Nom de l'emplacement", { source: 'SMBIOS type 17, offset 10h' }),
    capacity: integer('CAPACITY', 'Capacity', 'Capacité', { unit: 'MiB', source: 'SMBIOS type 17, offset 0Ch' }),
    type: text('TYPE', 'Type', 'Type', { source: 'SMBIOS type 17, offset 12h' }),
    description: text('DESCRIPTION', 'Form', 'Format', { source: 'SMBIOS type 17, offset 0Eh' }),
    speed: text('SPEED', 'Speed', 'Fréquence', { source: 'SMBIOS type 17, offset 15h, MT/s' }),
    manufacturer: text('MANUFACTURER', 'Manufacturer', 'Constructeur', { source: 'SMBIOS type 17, offset 17h' }),
    model: text('MODEL', 'Part number', 'Référence', { source: 'SMBIOS type 17, offset 1Ah' }),
    serial: text('SERIALNUMBER', 'Serial number', 'N° de série', {
      source: 'SMBIOS type 17, offset 18h',
      sensitive: true,
    }),
    purpose: text('PURPOSE', 'Purpose', 'Usage'),
    correction: text('ERRORCORRECTIONTYPE', 'Error correction', "Correction d'erreurs", {
      source: 'SMBIOS type 16, offset 06h',
      fusion: 'MEMORYCORRECTION',
    }),
    removable: yesNo('REMOVABLE', 'Removable', 'Amovible'),
    formFactor: text('FORMFACTOR', 'Form factor', 'Facteur de forme'),
  },
});
