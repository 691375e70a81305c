import { integer, many, text } from '../descriptor.ts';

/** Virtual machines and containers this machine hosts. OCS protocol section 3.12. */
export const virtualmachines = many('VIRTUALMACHINES', {
  topic: 'system',
  bit: 131072,
  label: { en: 'Virtual machines', fr: 'Machines virtuelles' },
  identity: [['uuid'], ['name', 'subsystem'], ['name']],
  columns: ['name', 'status', 'subsystem', 'memory', 'vcpu'],
  fields: {
    name: text('NAME', 'Name', 'Nom'),
    uuid: text('UUID', 'UUID', 'UUID', { sensitive: true }),
    status: text('STATUS', 'Status', 'État'),
    subsystem: text('SUBSYSTEM', 'System', 'Système'),
    type: text('VMTYPE', 'Type', 'Type'),
    memory: integer('MEMORY', 'Memory', 'Mémoire', { unit: 'MB' }),
    vcpu: integer('VCPU', 'Virtual processors', 'Processeurs virtuels'),
    cores: integer('CORES', 'Cores', 'Cœurs'),
    vmId: text('VMID', 'Id', 'Identifiant', { volatile: true }),
    image: text('IMAGE', 'Image', 'Image'),
    ipAddress: text('IPADDR', 'IP address', 'Adresse IP', { fusion: 'IPADDRESS' }),
    mac: text('MAC', 'MAC address', 'Adresse MAC'),
    operatingSystem: text('OPERATINGSYSTEM', 'Operating system', "Système d'exploitation"),
    comment: text('COMMENT', 'Comment', 'Commentaire'),
    owner: text('OWNER', 'Owner', 'Propriétaire', { sensitive: true }),
    serial: text('SERIAL', 'Serial number', 'N° de série', { sensitive: true }),
  },
});
