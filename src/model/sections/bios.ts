import { one, text } from '../descriptor.ts';

/** Firmware, main board and chassis: SMBIOS types 0 to 3. */
export const bios = one('BIOS', {
  topic: 'hardware',
  bit: 2,
  label: { en: 'Firmware and chassis', fr: 'Micrologiciel et châssis' },
  columns: ['manufacturer', 'model', 'serial', 'type', 'firmwareVersion', 'firmwareDate'],
  fields: {
    manufacturer: text('SMANUFACTURER', 'Manufacturer', 'Constructeur', { source: 'SMBIOS type 1, offset 04h' }),
    model: text('SMODEL', 'Model', 'Modèle', { source: 'SMBIOS type 1, offset 05h' }),
    serial: text('SSN', 'Serial number', 'N° de série', { source: 'SMBIOS type 1, offset 07h', sensitive: true }),
    sku: text('SKUNUMBER', 'SKU', 'Référence', { source: 'SMBIOS type 1, offset 19h' }),
    type: text('TYPE', 'Chassis', 'Châssis', { source: 'SMBIOS type 3, offset 05h' }),
    assetTag: text('ASSETTAG', 'Asset tag', "N° d'inventaire", { source: 'SMBIOS type 3, offset 08h' }),
    boardManufacturer: text('MMANUFACTURER', 'Board manufacturer', 'Constructeur de la carte mère', {
      source: 'SMBIOS type 2, offset 04h',
    }),
    boardModel: text('MMODEL', 'Board model', 'Modèle de la carte mère', { source: 'SMBIOS type 2, offset 05h' }),
    boardSerial: text('MSN', 'Board serial number', 'N° de série de la carte mère', {
      source: 'SMBIOS type 2, offset 07h',
      sensitive: true,
    }),
    firmwareManufacturer: text('BMANUFACTURER', 'Firmware manufacturer', 'Éditeur du micrologiciel', {
      source: 'SMBIOS type 0, offset 04h',
    }),
    firmwareVersion: text('BVERSION', 'Firmware version', 'Version du micrologiciel', {
      source: 'SMBIOS type 0, offset 05h',
    }),
    firmwareDate: text('BDATE', 'Firmware date', 'Date du micrologiciel', { source: 'SMBIOS type 0, offset 08h' }),
    secureBoot: text('SECURE_BOOT', 'Secure boot', 'Démarrage sécurisé'),
    firmwareSerial: text('BIOSSERIAL', 'Firmware serial', 'N° de série du micrologiciel', { sensitive: true }),
    enclosureSerial: text('ENCLOSURESERIAL', 'Chassis serial number', 'N° de série du châssis', { sensitive: true }),
  },
});
