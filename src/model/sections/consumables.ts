import { integer, many, type Row, text } from '../descriptor.ts';

/** Consumables of a printer and what is left of them. GLPI agents only. */
export const consumables = many('CONSUMABLES', {
  topic: 'peripherals',
  volatile: true,
  label: { en: 'Consumables', fr: 'Consommables' },
  identity: [['type', 'color'], ['type']],
  columns: ['type', 'color', 'value', 'unit', 'max'],
  fields: {
    type: text('TYPE', 'Type', 'Type'),
    color: text('COLOR', 'Colour', 'Couleur'),
    value: text('VALUE', 'Level', 'Niveau'),
    unit: text('UNIT', 'Unit', 'Unité'),
    max: integer('MAX', 'When full', 'Niveau plein'),
  },
});

export interface Consumable extends Row<typeof consumables> {}
