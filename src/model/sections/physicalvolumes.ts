import { decimal, integer, many, text } from '../descriptor.ts';

/** LVM physical volumes. FusionInventory and GLPI agents only. */
export const physicalvolumes = many('PHYSICAL_VOLUMES', {
  topic: 'hardware',
  label: { en: 'LVM physical volumes', fr: 'Volumes physiques LVM' },
  identity: [['uuid'], ['device'], ['name']],
  columns: ['device', 'size', 'free', 'format'],
  fields: {
    device: text('DEVICE', 'Device', 'Périphérique'),
    name: text('PV_NAME', 'Name', 'Nom'),
    uuid: text('PV_UUID', 'UUID', 'UUID'),
    format: text('FORMAT', 'Format', 'Format'),
    attributes: text('ATTR', 'Attributes', 'Attributs'),
    size: decimal('SIZE', 'Size', 'Taille', { unit: 'MB' }),
    free: decimal('FREE', 'Free', 'Libre', { unit: 'MB' }),
    extentSize: decimal('PE_SIZE', 'Extent size', "Taille d'une extension", { unit: 'MB' }),
    extents: integer('PV_PE_COUNT', 'Extents', 'Extensions'),
    groupUuid: text('VG_UUID', 'Group UUID', 'UUID du groupe'),
  },
});
