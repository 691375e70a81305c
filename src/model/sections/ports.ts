import { many, text } from '../descriptor.ts';

/** Connectors of the main board: SMBIOS type 8. OCS protocol section 3.12. */
export const ports = many('PORTS', {
  topic: 'hardware',
  bit: 128,
  label: { en: 'Ports', fr: 'Ports' },
  identity: [['name', 'caption', 'type'], ['caption', 'type'], ['name'], ['caption'], ['type']],
  columns: ['name', 'type', 'caption', 'description'],
  fields: {
    name: text('NAME', 'Name', 'Nom', { source: 'SMBIOS type 8, offset 04h' }),
    type: text('TYPE', 'Type', 'Type', { source: 'SMBIOS type 8, offset 08h' }),
    caption: text('CAPTION', 'Connector', 'Connecteur', { source: 'SMBIOS type 8, offset 07h' }),
    description: text('DESCRIPTION', 'Internal connector', 'Connecteur interne', {
      source: 'SMBIOS type 8, offset 05h',
    }),
  },
});
