import { integer, list, many, type Row, text, yesNo } from '../descriptor.ts';

/** Ports of a switch, a printer or another device without an agent: SNMP IF-MIB, RFC 2863. */
export const networkports = many('NETWORK_PORTS', {
  topic: 'network',
  label: { en: 'Device ports', fr: "Ports de l'appareil" },
  identity: [['number'], ['name', 'mac'], ['name'], ['description']],
  columns: ['number', 'name', 'alias', 'status', 'speed', 'mac'],
  fields: {
    number: integer('IFNUMBER', 'Number', 'N°', { source: 'ifIndex' }),
    name: text('IFNAME', 'Name', 'Nom', { source: 'ifName' }),
    alias: text('IFALIAS', 'Given name', 'Nom donné', { source: 'ifAlias' }),
    description: text('IFDESCR', 'Description', 'Description', { source: 'ifDescr' }),
    type: integer('IFTYPE', 'Type', 'Type', { source: 'ifType' }),
    status: integer('IFSTATUS', 'Status', 'État', { source: 'ifOperStatus' }),
    adminStatus: integer('IFINTERNALSTATUS', 'Wanted status', 'État voulu', { source: 'ifAdminStatus' }),
    duplex: integer('IFPORTDUPLEX', 'Duplex', 'Duplex', { source: 'EtherLike-MIB dot3StatsDuplexStatus' }),
    speed: integer('IFSPEED', 'Speed (bit/s)', 'Débit (bit/s)', { source: 'ifSpeed' }),
    mtu: integer('IFMTU', 'MTU', 'MTU', { source: 'ifMtu' }),
    mac: text('MAC', 'MAC address', 'Adresse MAC', { source: 'ifPhysAddress' }),
    ipAddresses: list('IPS', ',', 'IP addresses', 'Adresses IP'),
    trunk: yesNo('TRUNK', 'Trunk', 'Agrégat'),
    lldp: yesNo('LLDP', 'Neighbour told by LLDP', 'Voisin annoncé par LLDP'),
    lastChange: text('IFLASTCHANGE', 'Last change', 'Dernier changement', { source: 'ifLastChange', volatile: true }),
    bytesIn: integer('IFINOCTETS', 'Bytes in', 'Octets reçus', { unit: 'bytes', volatile: true, glpi: 'ifinbytes' }),
    bytesOut: integer('IFOUTOCTETS', 'Bytes out', 'Octets émis', { unit: 'bytes', volatile: true, glpi: 'ifoutbytes' }),
    errorsIn: integer('IFINERRORS', 'Errors in', 'Erreurs en réception', { volatile: true }),
    errorsOut: integer('IFOUTERRORS', 'Errors out', 'Erreurs en émission', { volatile: true }),
  },
});

export interface NetworkPort extends Row<typeof networkports> {}
