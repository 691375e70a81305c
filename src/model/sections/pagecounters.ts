import { integer, one, type Row } from '../descriptor.ts';

/** Pages a printer has printed, copied and scanned: SNMP Printer-MIB, RFC 3805. */
export const pagecounters = one('PAGECOUNTERS', {
  topic: 'peripherals',
  volatile: true,
  label: { en: 'Page counters', fr: 'Compteurs de pages' },
  columns: ['total', 'black', 'color', 'duplexPages', 'scanned'],
  fields: {
    total: integer('TOTAL', 'All pages', 'Toutes les pages', { source: 'prtMarkerLifeCount' }),
    black: integer('BLACK', 'Black', 'Noir'),
    color: integer('COLOR', 'Colour', 'Couleur'),
    duplexPages: integer('RECTOVERSO', 'Both sides', 'Recto verso'),
    scanned: integer('SCANNED', 'Scanned', 'Numérisées'),
    printed: integer('PRINTTOTAL', 'Printed', 'Imprimées'),
    printedBlack: integer('PRINTBLACK', 'Printed, black', 'Imprimées, noir'),
    printedColor: integer('PRINTCOLOR', 'Printed, colour', 'Imprimées, couleur'),
    copied: integer('COPYTOTAL', 'Copied', 'Copiées'),
    copiedBlack: integer('COPYBLACK', 'Copied, black', 'Copiées, noir'),
    copiedBlackA3: integer('COPYBLACK_A3', 'Copied, black A3', 'Copiées, noir A3'),
    copiedColor: integer('COPYCOLOR', 'Copied, colour', 'Copiées, couleur'),
    copiedColorA3: integer('COPYCOLOR_A3', 'Copied, colour A3', 'Copiées, couleur A3'),
    faxed: integer('FAXTOTAL', 'Faxed', 'Télécopiées'),
    duplex: integer('DUPLEX', 'Duplex', 'Duplex'),
  },
});

export interface PageCounters extends Row<typeof pagecounters> {}
