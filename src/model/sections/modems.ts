import { many, text } from '../descriptor.ts';

/** Modems. OCS protocol section 3.12. */
export const modems = many('MODEMS', {
  topic: 'peripherals',
  bit: 2048,
  label: { en: 'Modems', fr: 'Modems' },
  identity: [['serial'], ['name', 'model'], ['name'], ['description']],
  columns: ['name', 'model', 'type', 'description'],
  fields: {
    name: text('NAME', 'Name', 'Nom'),
    model: text('MODEL', 'Model', 'Modèle'),
    type: text('TYPE', 'Type', 'Type'),
    description: text('DESCRIPTION', 'Description', 'Description'),
    manufacturer: text('MANUFACTURER', 'Manufacturer', 'Constructeur'),
    serial: text('SERIAL', 'Serial number', 'N° de série', { sensitive: true }),
    imei: text('IMEI', 'IMEI', 'IMEI', { sensitive: true }),
  },
});
