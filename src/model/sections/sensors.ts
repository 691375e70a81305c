import { many, text } from '../descriptor.ts';

/** Sensors of a phone. FusionInventory's and GLPI's Android agents only. */
export const sensors = many('SENSORS', {
  topic: 'hardware',
  label: { en: 'Sensors', fr: 'Capteurs' },
  identity: [['name', 'type'], ['name'], ['type']],
  columns: ['name', 'type', 'manufacturer', 'version'],
  fields: {
    name: text('NAME', 'Name', 'Nom'),
    type: text('TYPE', 'Type', 'Type'),
    manufacturer: text('MANUFACTURER', 'Manufacturer', 'Constructeur'),
    version: text('VERSION', 'Version', 'Version'),
    power: text('POWER', 'Current drawn', 'Courant consommé'),
  },
});
