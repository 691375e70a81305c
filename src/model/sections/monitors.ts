import { many, text } from '../descriptor.ts';

/** Screens, from their EDID. OCS protocol section 3.12. */
export const monitors = many('MONITORS', {
  topic: 'peripherals',
  bit: 64,
  label: { en: 'Monitors', fr: 'Écrans' },
  identity: [['serial', 'caption'], ['serial'], ['caption', 'port'], ['caption'], ['description']],
  columns: ['caption', 'manufacturer', 'description', 'port', 'serial'],
  fields: {
    caption: text('CAPTION', 'Model', 'Modèle', { source: 'EDID descriptor FCh' }),
    name: text('NAME', 'Name', 'Nom'),
    manufacturer: text('MANUFACTURER', 'Manufacturer', 'Constructeur', { source: 'EDID bytes 8 and 9' }),
    description: text('DESCRIPTION', 'Week and year made', 'Semaine et année de fabrication', {
      source: 'EDID bytes 16 and 17',
    }),
    type: text('TYPE', 'Type', 'Type'),
    port: text('PORT', 'Port', 'Port', { source: '/sys/class/drm' }),
    serial: text('SERIAL', 'Serial number', 'N° de série', { source: 'EDID descriptor FFh', sensitive: true }),
    otherSerial: text('ALTSERIAL', 'Other serial number', 'Autre n° de série', {
      source: 'EDID bytes 12 to 15',
      sensitive: true,
    }),
    size: text('SIZE', 'Picture size', "Taille de l'image", { source: 'EDID first timing, bytes 21 and 22' }),
    resolution: text('RESOLUTION', 'Native resolution', 'Définition native', { source: 'EDID first timing' }),
    edid: text('BASE64', 'EDID', 'EDID', { source: '/sys/class/drm/*/edid', sensitive: true }),
    uuencodedEdid: text('UUENCODE', 'EDID (uuencode)', 'EDID (uuencode)', { sensitive: true }),
  },
});
