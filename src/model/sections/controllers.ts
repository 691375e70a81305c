import { many, text } from '../descriptor.ts';

/** Controllers on the PCI bus. OCS protocol section 3.12. */
export const controllers = many('CONTROLLERS', {
  topic: 'hardware',
  bit: 32,
  label: { en: 'Controllers', fr: 'Contrôleurs' },
  identity: [['pciSlot'], ['name', 'manufacturer'], ['caption', 'type'], ['name']],
  columns: ['name', 'manufacturer', 'type', 'driver', 'pciSlot'],
  fields: {
    name: text('NAME', 'Name', 'Nom', { source: '/sys/bus/pci/devices/*/class' }),
    manufacturer: text('MANUFACTURER', 'Manufacturer', 'Constructeur', { source: '/sys/bus/pci/devices/*/vendor' }),
    caption: text('CAPTION', 'Model', 'Modèle', { source: '/sys/bus/pci/devices/*/device' }),
    description: text('DESCRIPTION', 'Description', 'Description'),
    type: text('TYPE', 'Type', 'Type'),
    version: text('VERSION', 'Revision', 'Révision', { source: '/sys/bus/pci/devices/*/revision', fusion: 'REV' }),
    driver: text('DRIVER', 'Driver', 'Pilote', { source: '/sys/bus/pci/devices/*/driver' }),
    pciSlot: text('PCISLOT', 'PCI slot', 'Emplacement PCI', { source: '/sys/bus/pci/devices' }),
    pciId: text('PCIID', 'PCI id', 'Identifiant PCI'),
    pciClass: text('PCICLASS', 'PCI class', 'Classe PCI'),
    vendorId: text('VENDORID', 'Vendor id', 'Identifiant du constructeur'),
    productId: text('PRODUCTID', 'Product id', 'Identifiant du produit'),
    subsystemId: text('PCISUBSYSTEMID', 'Subsystem id', 'Identifiant du sous-système'),
    model: text('MODEL', 'Part number', 'Référence'),
    serial: text('SERIAL', 'Serial number', 'N° de série', { sensitive: true }),
  },
});
