import { decimal, integer, many, text } from '../descriptor.ts';

/** LVM logical volumes. FusionInventory and GLPI agents only. */
export const logicalvolumes = many('LOGICAL_VOLUMES', {
  topic: 'hardware',
  label: { en: 'LVM logical volumes', fr: 'Volumes logiques LVM' },
  identity: [['uuid'], ['groupUuid', 'name'], ['groupName', 'name'], ['name']],
  columns: ['name', 'groupName', 'size', 'segments'],
  fields: {
    name: text('LV_NAME', 'Name', 'Nom'),
    uuid: text('LV_UUID', 'UUID', 'UUID'),
    attributes: text('ATTR', 'Attributes', 'Attributs'),
    size: decimal('SIZE', 'Size', 'Taille', { unit: 'MB' }),
    segments: integer('SEG_COUNT', 'Segments', 'Segments'),
    groupName: text('VG_NAME', 'Group', 'Groupe'),
    groupUuid: text('VG_UUID', 'Group UUID', 'UUID du groupe'),
  },
});
