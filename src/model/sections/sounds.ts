import { many, text } from '../descriptor.ts';

/** Sound cards. OCS protocol section 3.12. */
export const sounds = many('SOUNDS', {
  topic: 'hardware',
  bit: 16384,
  label: { en: 'Sound cards', fr: 'Cartes son' },
  identity: [['name', 'manufacturer'], ['name'], ['description']],
  columns: ['name', 'manufacturer', 'description'],
  fields: {
    name: text('NAME', 'Name', 'Nom', { source: '/sys/bus/pci/devices, class 0403' }),
    manufacturer: text('MANUFACTURER', 'Manufacturer', 'Constructeur'),
    description: text('DESCRIPTION', 'Description', 'Description'),
    caption: text('CAPTION', 'Model', 'Modèle'),
  },
});
