import { decimal, integer, many, text } from '../descriptor.ts';

/** LVM volume groups. FusionInventory and GLPI agents only. */
export const volumegroups = many('VOLUME_GROUPS', {
  topic: 'hardware',
  label: { en: 'LVM volume groups', fr: 'Groupes de volumes LVM' },
  identity: [['uuid'], ['name']],
  columns: ['name', 'size', 'free', 'physicalVolumes', 'logicalVolumes'],
  fields: {
    name: text('VG_NAME', 'Name', 'Nom'),
    uuid: text('VG_UUID', 'UUID', 'UUID'),
    attributes: text('ATTR', 'Attributes', 'Attributs'),
    size: decimal('SIZE', 'Size', 'Taille', { unit: 'MB' }),
    free: decimal('FREE', 'Free', 'Libre', { unit: 'MB' }),
    extentSize: decimal('VG_EXTENT_SIZE', 'Extent size', "Taille d'une extension", { unit: 'MB' }),
    physicalVolumes: integer('PV_COUNT', 'Physical volumes', 'Volumes physiques'),
    logicalVolumes: integer('LV_COUNT', 'Logical volumes', 'Volumes logiques'),
  },
});
