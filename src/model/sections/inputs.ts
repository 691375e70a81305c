import { many, text } from '../descriptor.ts';

/** Keyboards, mice, touch screens. OCS protocol section 3.12. */
export const inputs = many('INPUTS', {
  topic: 'peripherals',
  bit: 1024,
  label: { en: 'Input devices', fr: 'Périphériques de saisie' },
  identity: [['caption', 'description', 'type'], ['caption', 'type'], ['description', 'type'], ['name'], ['type']],
  columns: ['type', 'description', 'caption', 'manufacturer', 'interface'],
  fields: {
    type: text('TYPE', 'Type', 'Type', { source: '/proc/bus/input/devices H' }),
    name: text('NAME', 'Name', 'Nom'),
    description: text('DESCRIPTION', 'Description', 'Description', { source: '/proc/bus/input/devices N' }),
    caption: text('CAPTION', 'Model', 'Modèle'),
    manufacturer: text('MANUFACTURER', 'Manufacturer', 'Constructeur'),
    interface: text('INTERFACE', 'Interface', 'Interface'),
    layout: text('LAYOUT', 'Layout', 'Disposition'),
    pointingType: text('POINTTYPE', 'Pointing type', 'Type de pointage', { fusion: 'POINTINGTYPE' }),
  },
});
