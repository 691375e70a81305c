import { integer, many, text } from '../descriptor.ts';

/**
 * Batteries: SMBIOS type 22 and /sys/class/power_supply. Kept in mWh and mV as GLPI has them; OCS agents write Wh and V
 * (OCS protocol section 3.12), which `wire/` converts.
 */
export const batteries = many('BATTERIES', {
  topic: 'hardware',
  bit: 1048576,
  label: { en: 'Batteries', fr: 'Batteries' },
  identity: [['name', 'serial'], ['serial'], ['name'], ['description'], ['manufacturer']],
  columns: ['name', 'manufacturer', 'chemistry', 'designCapacity', 'realCapacity', 'charge'],
  fields: {
    name: text('NAME', 'Name', 'Nom', { source: '/sys/class/power_supply' }),
    description: text('DESCRIPTION', 'Model', 'Modèle', { source: '/sys/class/power_supply/*/model_name' }),
    manufacturer: text('MANUFACTURER', 'Manufacturer', 'Constructeur', {
      source: '/sys/class/power_supply/*/manufacturer',
    }),
    serial: text('SERIALNUMBER', 'Serial number', 'N° de série', {
      source: '/sys/class/power_supply/*/serial_number',
      sensitive: true,
      fusion: 'SERIAL',
    }),
    chemistry: text('CHEMISTRY', 'Chemistry', 'Chimie', { source: '/sys/class/power_supply/*/technology' }),
    designCapacity: integer('DESIGNCAPACITY', 'Design capacity', "Capacité d'origine", {
      unit: 'mWh',
      source: '/sys/class/power_supply/*/energy_full_design',
      fusion: 'CAPACITY',
    }),
    realCapacity: integer('REAL_CAPACITY', 'Present capacity', 'Capacité actuelle', {
      unit: 'mWh',
      source: '/sys/class/power_supply/*/energy_full',
    }),
    designVoltage: integer('DESIGNVOLTAGE', 'Voltage', 'Tension', {
      unit: 'mV',
      source: '/sys/class/power_supply/*/voltage_min_design',
      fusion: 'VOLTAGE',
    }),
    charge: integer('ESTIMATEDCHARGEREMAINING', 'Charge', 'Charge', {
      unit: '%',
      source: '/sys/class/power_supply/*/capacity',
      volatile: true,
    }),
    cycles: integer('CYCLES', 'Cycles', 'Cycles', {
      source: '/sys/class/power_supply/*/cycle_count',
      volatile: true,
    }),
    status: text('STATUS', 'Status', 'État', { source: '/sys/class/power_supply/*/status', volatile: true }),
    level: text('LEVEL', 'Level', 'Niveau', { volatile: true }),
    temperature: text('TEMPERATURE', 'Temperature', 'Température', { volatile: true }),
    health: text('HEALTH', 'Health', 'Santé'),
    madeOn: text('MANUFACTUREDATE', 'Made on', 'Fabriquée le', {
      source: 'SMBIOS type 22, offset 06h',
      fusion: 'DATE',
    }),
    location: text('LOCATION', 'Location', 'Place', { source: 'SMBIOS type 22, offset 04h' }),
    maxError: text('MAXERROR', 'Maximum error', 'Erreur maximale', { source: 'SMBIOS type 22, offset 0Fh' }),
    maxPower: text('POWER_MAX', 'Maximum power', 'Puissance maximale'),
    sbdsVersion: text('SBDSVERSION', 'SBDS version', 'Version SBDS', { source: 'SMBIOS type 22, offset 0Eh' }),
    oemSpecific: text('OEMSPECIFIC', 'OEM data', 'Données du constructeur', { source: 'SMBIOS type 22, offset 16h' }),
  },
});
