import { integer, list, one, type Row, text } from '../descriptor.ts';

/** What a switch, a printer or another device without an agent tells of itself over SNMP. GLPI reference 2.3 and 4. */
export const networkdevice = one('NETWORK_DEVICE', {
  topic: 'hardware',
  label: { en: 'Network device', fr: 'Matériel réseau' },
  columns: ['name', 'type', 'manufacturer', 'model', 'serial', 'firmware'],
  fields: {
    name: text('NAME', 'Name', 'Nom', { source: 'SNMP sysName' }),
    type: text('TYPE', 'Type', 'Type'),
    manufacturer: text('MANUFACTURER', 'Manufacturer', 'Constructeur'),
    model: text('MODEL', 'Model', 'Modèle'),
    serial: text('SERIAL', 'Serial number', 'N° de série', { sensitive: true }),
    assetTag: text('ASSETTAG', 'Asset tag', "N° d'inventaire"),
    firmware: text('FIRMWARE', 'Firmware', 'Micrologiciel'),
    mac: text('MAC', 'MAC address', 'Adresse MAC'),
    ipAddresses: list('IPS', ',', 'IP addresses', 'Adresses IP'),
    description: text('DESCRIPTION', 'Description', 'Description', { source: 'SNMP sysDescr' }),
    location: text('LOCATION', 'Location', 'Place', { source: 'SNMP sysLocation' }),
    contact: text('CONTACT', 'Contact person', 'Personne à joindre', { source: 'SNMP sysContact', sensitive: true }),
    memory: integer('MEMORY', 'Free memory', 'Mémoire libre', { unit: 'MiB', volatile: true }),
    ram: integer('RAM', 'Memory', 'Mémoire', { unit: 'MiB' }),
    cpu: integer('CPU', 'Processor use', 'Charge du processeur', { unit: '%', volatile: true }),
    uptime: text('UPTIME', 'Running since', 'En marche depuis', { volatile: true }),
    credentials: integer('CREDENTIALS', 'Credentials', "Identifiants d'accès", { volatile: true }),
  },
});

export interface NetworkDevice extends Row<typeof networkdevice> {}
