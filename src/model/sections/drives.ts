import { decimal, integer, many, text, yesNo } from '../descriptor.ts';

/** File systems in use. OCS protocol section 3.9: on Unix TYPE is the mount point and VOLUMN the device. */
export const drives = many('DRIVES', {
  topic: 'hardware',
  bit: 512,
  label: { en: 'File systems', fr: 'Systèmes de fichiers' },
  identity: [['letter'], ['type', 'volume'], ['volume'], ['type']],
  columns: ['letter', 'type', 'volume', 'fileSystem', 'total', 'free'],
  fields: {
    letter: text('LETTER', 'Letter', 'Lettre'),
    type: text('TYPE', 'Mount point or kind', 'Point de montage ou genre', { source: '/proc/self/mountinfo' }),
    volume: text('VOLUMN', 'Device or label', 'Périphérique ou nom', { source: '/proc/self/mountinfo' }),
    fileSystem: text('FILESYSTEM', 'File system', 'Système de fichiers', { source: '/proc/self/mountinfo' }),
    total: decimal('TOTAL', 'Size', 'Taille', { unit: 'MiB', source: 'statfs(2)' }),
    free: decimal('FREE', 'Free', 'Libre', { unit: 'MiB', source: 'statfs(2)', volatile: true }),
    label: text('LABEL', 'Label', 'Étiquette'),
    serial: text('SERIAL', 'Identifier', 'Identifiant'),
    createdOn: text('CREATEDATE', 'Created on', 'Créé le'),
    fileCount: integer('NUMFILES', 'Files', 'Fichiers', { volatile: true }),
    description: text('DESCRIPTION', 'Description', 'Description'),
    system: yesNo('SYSTEMDRIVE', 'System drive', 'Lecteur système'),
    encryption: text('ENCRYPT_NAME', 'Encryption', 'Chiffrement'),
    encryptionAlgorithm: text('ENCRYPT_ALGO', 'Encryption algorithm', 'Algorithme de chiffrement'),
    encryptionStatus: text('ENCRYPT_STATUS', 'Encryption state', 'État du chiffrement'),
    encryptionType: text('ENCRYPT_TYPE', 'Encryption type', 'Type de chiffrement'),
  },
});
