import { many, text } from '../descriptor.ts';

/** Power supplies: SMBIOS type 39. */
export const powersupplies = many('POWERSUPPLIES', {
  topic: 'hardware',
  label: { en: 'Power supplies', fr: 'Alimentations' },
  identity: [['serial'], ['name', 'location'], ['name'], ['partNumber']],
  columns: ['name', 'manufacturer', 'powerMax', 'status', 'plugged'],
  fields: {
    name: text('NAME', 'Name', 'Nom', { source: 'SMBIOS type 39, offset 06h' }),
    manufacturer: text('MANUFACTURER', 'Manufacturer', 'Constructeur', { source: 'SMBIOS type 39, offset 07h' }),
    model: text('MODEL', 'Model', 'Modèle'),
    partNumber: text('PARTNUMBER', 'Part number', 'Référence', {
      source: 'SMBIOS type 39, offset 0Ah',
      fusion: 'PARTNUM',
    }),
    serial: text('SERIALNUMBER', 'Serial number', 'N° de série', {
      source: 'SMBIOS type 39, offset 08h',
      sensitive: true,
    }),
    powerMax: text('POWERMAX', 'Maximum power', 'Puissance maximale', {
      source: 'SMBIOS type 39, offset 0Ch',
      fusion: 'POWER_MAX',
    }),
    location: text('LOCATION', 'Location', 'Place', { source: 'SMBIOS type 39, offset 05h' }),
    status: text('STATUS', 'Status', 'État', { source: 'SMBIOS type 39, offset 0Eh' }),
    plugged: text('PLUGGED', 'Plugged in', 'Branchée', { source: 'SMBIOS type 39, offset 0Eh' }),
    hotReplaceable: text('HOTREPLACEABLE', 'Hot replaceable', 'Remplaçable à chaud', {
      source: 'SMBIOS type 39, offset 0Eh',
    }),
  },
});
