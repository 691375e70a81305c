import { many, type Row, text } from '../descriptor.ts';

/** Toner, ink and drums of a printer; agents name each level after its part. SNMP Printer-MIB, RFC 3805. */
export const cartridges = many('CARTRIDGES', {
  topic: 'peripherals',
  volatile: true,
  label: { en: 'Cartridges', fr: 'Cartouches' },
  identity: [['name']],
  columns: ['name', 'value'],
  fields: {
    name: text('NAME', 'Name', 'Nom'),
    value: text('VALUE', 'Level', 'Niveau'),
  },
});

export interface Cartridge extends Row<typeof cartridges> {}
