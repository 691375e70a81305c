import { many, text } from '../descriptor.ts';

/** What is plugged into the USB ports. OCS protocol section 3.2. */
export const usbdevices = many('USBDEVICES', {
  topic: 'peripherals',
  bit: 2097152,
  label: { en: 'USB devices', fr: 'Périphériques USB' },
  identity: [
    ['vendorId', 'productId', 'serial'],
    ['vendorId', 'productId'],
    ['description', 'serial'],
    ['description'],
  ],
  columns: ['description', 'manufacturer', 'type', 'vendorId', 'productId'],
  fields: {
    description: text('DESCRIPTION', 'Name', 'Nom', { source: '/sys/bus/usb/devices/*/product', fusion: 'NAME' }),
    caption: text('CAPTION', 'Model', 'Modèle'),
    manufacturer: text('MANUFACTURER', 'Manufacturer', 'Constructeur', {
      source: '/sys/bus/usb/devices/*/manufacturer',
    }),
    type: text('TYPE', 'Type', 'Type'),
    interface: text('INTERFACE', 'Interface', 'Interface'),
    serial: text('SERIAL', 'Serial number', 'N° de série', {
      source: '/sys/bus/usb/devices/*/serial',
      sensitive: true,
    }),
    vendorId: text('VENDORID', 'Vendor id', 'Identifiant du constructeur', {
      source: '/sys/bus/usb/devices/*/idVendor',
    }),
    productId: text('PRODUCTID', 'Product id', 'Identifiant du produit', {
      source: '/sys/bus/usb/devices/*/idProduct',
    }),
    class: text('CLASS', 'Class', 'Classe', { source: '/sys/bus/usb/devices/*/bDeviceClass' }),
    subclass: text('SUBCLASS', 'Subclass', 'Sous-classe', { source: '/sys/bus/usb/devices/*/bDeviceSubClass' }),
  },
});
