import { many, text } from '../descriptor.ts';

/** Firmware of parts other than the main board. GLPI agents only. */
export const firmwares = many('FIRMWARES', {
  topic: 'hardware',
  label: { en: 'Firmware', fr: 'Micrologiciels' },
  identity: [['name', 'type'], ['name'], ['description']],
  columns: ['name', 'type', 'version', 'manufacturer', 'date'],
  fields: {
    name: text('NAME', 'Name', 'Nom'),
    type: text('TYPE', 'Type', 'Type'),
    version: text('VERSION', 'Version', 'Version'),
    manufacturer: text('MANUFACTURER', 'Manufacturer', 'Constructeur'),
    date: text('DATE', 'Date', 'Date'),
    description: text('DESCRIPTION', 'Description', 'Description'),
  },
});
