import { integer, many, type Row, text } from '../descriptor.ts';

/** Processors, one row a socket. OCS protocol section 3.6. */
export const cpus = many('CPUS', {
  topic: 'hardware',
  bit: 262144,
  label: { en: 'Processors', fr: 'Processeurs' },
  identity: [['socket', 'type'], ['socket'], ['type']],
  columns: ['type', 'manufacturer', 'cores', 'logicalCpus', 'speed', 'arch'],
  fields: {
    type: text('TYPE', 'Model', 'Modèle', { source: '/proc/cpuinfo model name', fusion: 'NAME' }),
    manufacturer: text('MANUFACTURER', 'Manufacturer', 'Constructeur', { source: '/proc/cpuinfo vendor_id' }),
    speed: integer('SPEED', 'Nominal speed', 'Fréquence nominale', {
      unit: 'MHz',
      source: 'SMBIOS type 4, offset 14h',
    }),
    currentSpeed: integer('CURRENT_SPEED', 'Current speed', 'Fréquence actuelle', {
      unit: 'MHz',
      source: '/proc/cpuinfo cpu MHz',
      volatile: true,
    }),
    cores: integer('CORES', 'Cores', 'Cœurs', { source: '/proc/cpuinfo cpu cores', fusion: 'CORE' }),
    coreCount: integer('CORECOUNT', 'Cores present', 'Cœurs présents'),
    threads: integer('THREADS', 'Threads', 'Fils d’exécution', { fusion: 'THREAD' }),
    logicalCpus: integer('LOGICAL_CPUS', 'Logical processors', 'Processeurs logiques', { source: '/proc/cpuinfo' }),
    sockets: integer('NBSOCKET', 'Sockets', 'Supports'),
    socket: text('SOCKET', 'Socket', 'Support', { source: 'SMBIOS type 4, offset 04h' }),
    l2Cache: text('L2CACHESIZE', 'L2 cache', 'Cache L2', { source: '/proc/cpuinfo cache size' }),
    cache: text('CACHE', 'Cache', 'Cache'),
    arch: text('CPUARCH', 'Architecture', 'Architecture', { source: 'uname -m', fusion: 'ARCH' }),
    dataWidth: integer('DATA_WIDTH', 'Data width', 'Largeur de données', { unit: 'bit' }),
    addressWidth: integer('CURRENT_ADDRESS_WIDTH', 'Address width', "Largeur d'adresse", { unit: 'bit' }),
    voltage: text('VOLTAGE', 'Voltage', 'Tension', { source: 'SMBIOS type 4, offset 11h' }),
    serial: text('SERIALNUMBER', 'Serial number', 'N° de série', { sensitive: true, fusion: 'SERIAL' }),
    status: text('CPUSTATUS', 'Status', 'État'),
    hyperthreading: text('HPT', 'Hyper-threading', 'Hyper-threading'),
    familyName: text('FAMILYNAME', 'Family', 'Famille'),
    familyNumber: text('FAMILYNUMBER', 'Family number', 'N° de famille'),
    model: text('MODEL', 'Model number', 'N° de modèle'),
    stepping: text('STEPPING', 'Stepping', 'Révision'),
    cpuId: text('ID', 'CPUID', 'CPUID'),
    externalClock: text('EXTERNAL_CLOCK', 'External clock', 'Horloge externe'),
    description: text('DESCRIPTION', 'Description', 'Description'),
  },
});

export interface Cpu extends Row<typeof cpus> {}
