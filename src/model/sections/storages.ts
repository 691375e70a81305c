import { decimal, many, text, yesNo } from '../descriptor.ts';

/** Physical disks and optical drives. OCS protocol section 3.8. */
export const storages = many('STORAGES', {
  topic: 'hardware',
  bit: 256,
  label: { en: 'Disks', fr: 'Disques' },
  identity: [['serial'], ['name', 'model'], ['name']],
  columns: ['name', 'model', 'diskSize', 'type', 'description', 'serial'],
  fields: {
    name: text('NAME', 'Name', 'Nom', { source: '/sys/block' }),
    manufacturer: text('MANUFACTURER', 'Manufacturer', 'Constructeur', { source: '/sys/block/*/device/vendor' }),
    model: text('MODEL', 'Model', 'Modèle', { source: '/sys/block/*/device/model' }),
    description: text('DESCRIPTION', 'Bus', 'Bus'),
    interface: text('INTERFACE', 'Interface', 'Interface'),
    type: text('TYPE', 'Type', 'Type'),
    diskSize: decimal('DISKSIZE', 'Size', 'Taille', { unit: 'MB', source: '/sys/block/*/size × 512 bytes' }),
    serial: text('SERIALNUMBER', 'Serial number', 'N° de série', {
      source: '/run/udev/data ID_SERIAL_SHORT, /sys/block/*/serial',
      sensitive: true,
      fusion: 'SERIAL',
    }),
    firmware: text('FIRMWARE', 'Firmware', 'Micrologiciel', { source: '/sys/block/*/device/rev' }),
    rotational: yesNo('ROTATIONAL', 'Rotating', 'À plateaux', { source: '/sys/block/*/queue/rotational' }),
    wwn: text('WWN', 'World wide name', 'Nom mondial (WWN)'),
    encryption: text('ENCRYPT_NAME', 'Encryption', 'Chiffrement'),
    encryptionAlgorithm: text('ENCRYPT_ALGO', 'Encryption algorithm', 'Algorithme de chiffrement'),
    encryptionStatus: text('ENCRYPT_STATUS', 'Encryption state', 'État du chiffrement'),
    encryptionType: text('ENCRYPT_TYPE', 'Encryption type', 'Type de chiffrement'),
    scsiController: text('SCSI_COID', 'SCSI controller', 'Contrôleur SCSI'),
    scsiChannel: text('SCSI_CHID', 'SCSI channel', 'Canal SCSI'),
    scsiUnit: text('SCSI_UNID', 'SCSI unit', 'Unité SCSI'),
    scsiLun: text('SCSI_LUN', 'SCSI LUN', 'LUN SCSI'),
  },
});
