import { integer, many, text } from '../descriptor.ts';

/** Graphics adapters. OCS protocol section 3.12. */
export const videos = many('VIDEOS', {
  topic: 'hardware',
  bit: 32768,
  label: { en: 'Graphics adapters', fr: 'Cartes graphiques' },
  identity: [['pciSlot'], ['uuid'], ['name', 'chipset'], ['name'], ['chipset']],
  columns: ['name', 'chipset', 'memory', 'resolution'],
  fields: {
    name: text('NAME', 'Name', 'Nom', { source: '/sys/bus/pci/devices, class 03' }),
    chipset: text('CHIPSET', 'Chipset', 'Puce'),
    memory: integer('MEMORY', 'Memory', 'Mémoire', { unit: 'MiB' }),
    resolution: text('RESOLUTION', 'Resolution', 'Définition', { source: '/sys/class/drm/*/modes' }),
    pciSlot: text('PCISLOT', 'PCI slot', 'Emplacement PCI'),
    pciId: text('PCIID', 'PCI id', 'Identifiant PCI'),
    driverVersion: text('DRVVERSION', 'Driver version', 'Version du pilote'),
    speed: text('SPEED', 'Speed', 'Fréquence', { volatile: true }),
    uuid: text('UUID', 'UUID', 'UUID', { sensitive: true }),
    videoBios: text('VBIOS', 'Video BIOS', 'BIOS vidéo'),
  },
});
