import { integer, many, type Row, text } from '../descriptor.ts';

/** Parts of a switch or another device without an agent: SNMP ENTITY-MIB, RFC 6933. */
export const networkcomponents = many('NETWORK_COMPONENTS', {
  topic: 'hardware',
  label: { en: 'Device parts', fr: "Composants de l'appareil" },
  identity: [['index'], ['serial'], ['name', 'type'], ['name']],
  columns: ['name', 'type', 'manufacturer', 'model', 'serial', 'firmware'],
  fields: {
    index: integer('INDEX', 'Index', 'Indice', { source: 'entPhysicalIndex' }),
    parent: integer('CONTAINEDININDEX', 'Part of', 'Élément de', {
      source: 'entPhysicalContainedIn',
      glpi: 'contained_index',
    }),
    name: text('NAME', 'Name', 'Nom', { source: 'entPhysicalName' }),
    type: text('TYPE', 'Type', 'Type', { source: 'entPhysicalClass' }),
    description: text('DESCRIPTION', 'Description', 'Description', { source: 'entPhysicalDescr' }),
    manufacturer: text('MANUFACTURER', 'Manufacturer', 'Constructeur', { source: 'entPhysicalMfgName' }),
    model: text('MODEL', 'Model', 'Modèle', { source: 'entPhysicalModelName' }),
    serial: text('SERIAL', 'Serial number', 'N° de série', { source: 'entPhysicalSerialNum', sensitive: true }),
    firmware: text('FIRMWARE', 'Firmware', 'Micrologiciel', { source: 'entPhysicalFirmwareRev' }),
    replaceable: integer('FRU', 'Replaceable', 'Remplaçable', { source: 'entPhysicalIsFRU' }),
    stackNumber: integer('STACK_NUMBER', 'Stack number', 'N° dans la pile'),
    mac: text('MAC', 'MAC address', 'Adresse MAC'),
    ipAddress: text('IP', 'IP address', 'Adresse IP'),
  },
});

export interface NetworkComponent extends Row<typeof networkcomponents> {}
