import { decimal, list, many, text } from '../descriptor.ts';

/** Partitions and what is built on disks, mounted or not, as `lsblk` shows them. Our agent only. */
export const volumes = many('VOLUMES', {
  topic: 'hardware',
  label: { en: 'Volumes', fr: 'Volumes' },
  identity: [['name', 'uuid'], ['uuid', 'type'], ['name']],
  columns: ['name', 'type', 'size', 'fileSystem', 'parents', 'state', 'disks'],
  fields: {
    name: text('NAME', 'Device', 'Périphérique', { source: '/sys/block' }),
    type: text('TYPE', 'Type', 'Type', {
      source: '/sys/block/*/{partition,dm/uuid,md/level}',
      words: {
        crypt: { en: 'encrypted', fr: 'chiffré' },
        dm: { en: 'mapped', fr: 'projeté' },
        lvm: { en: 'LVM', fr: 'LVM' },
        mpath: { en: 'multipath', fr: 'multi-chemin' },
      },
    }),
    parents: list('PARENTS', ' ', 'Lies on', 'Repose sur', { source: '/sys/block/*/slaves' }),
    size: decimal('SIZE', 'Size', 'Taille', { unit: 'MB', source: '/sys/block/**/size × 512 bytes' }),
    fileSystem: text('FILESYSTEM', 'Content', 'Contenu', { source: '/run/udev/data ID_FS_TYPE' }),
    label: text('LABEL', 'Label', 'Étiquette', { source: '/run/udev/data ID_FS_LABEL' }),
    uuid: text('UUID', 'UUID', 'UUID', { source: '/run/udev/data ID_FS_UUID' }),
    partitionType: text('PARTITION_TYPE', 'Partition type', 'Type de partition', {
      source: '/run/udev/data ID_PART_ENTRY_TYPE',
    }),
    partitionLabel: text('PARTITION_LABEL', 'Partition name', 'Nom de la partition', {
      source: '/run/udev/data ID_PART_ENTRY_NAME',
    }),
    encryption: text('ENCRYPTION', 'Encryption', 'Chiffrement', { source: '/sys/block/*/dm/uuid' }),
    state: text('STATE', 'Array', 'Grappe', {
      source: '/sys/block/*/md/degraded',
      words: {
        degraded: { en: 'degraded', fr: 'dégradée' },
        whole: { en: 'whole', fr: 'entière' },
      },
    }),
    disks: text('DISKS', 'Disks of the array', 'Disques de la grappe', { source: '/sys/block/*/md/raid_disks' }),
  },
});
