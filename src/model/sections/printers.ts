import { many, text, yesNo } from '../descriptor.ts';

/** Printers the machine can print on. OCS protocol section 3.12. */
export const printers = many('PRINTERS', {
  topic: 'peripherals',
  bit: 8192,
  label: { en: 'Printers', fr: 'Imprimantes' },
  identity: [['name', 'port'], ['name'], ['port']],
  columns: ['name', 'driver', 'port', 'network', 'shared'],
  fields: {
    name: text('NAME', 'Name', 'Nom', { source: 'CUPS printer-name' }),
    driver: text('DRIVER', 'Driver', 'Pilote', { source: 'CUPS printer-make-and-model' }),
    port: text('PORT', 'Port', 'Port', { source: 'CUPS device-uri' }),
    description: text('DESCRIPTION', 'Description', 'Description', { source: 'CUPS printer-info' }),
    comment: text('COMMENT', 'Comment', 'Commentaire'),
    network: yesNo('NETWORK', 'On the network', 'En réseau'),
    shared: yesNo('SHARED', 'Shared', 'Partagée'),
    serverName: text('SERVERNAME', 'Server', 'Serveur'),
    shareName: text('SHARENAME', 'Share', 'Partage'),
    resolution: text('RESOLUTION', 'Resolution', 'Résolution'),
    printProcessor: text('PRINTPROCESSOR', 'Print processor', "Processeur d'impression"),
    status: text('STATUS', 'Status', 'État', { volatile: true }),
    errorStatus: text('ERRSTATUS', 'Error', 'Erreur', { volatile: true }),
    serial: text('SERIAL', 'Serial number', 'N° de série', { sensitive: true }),
  },
});
