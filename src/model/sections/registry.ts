import { many, text } from '../descriptor.ts';

/** Values of the Windows registry that the server asked for. OCS protocol section 3.12. */
export const registry = many('REGISTRY', {
  topic: 'system',
  bit: 16,
  label: { en: 'Registry', fr: 'Base de registre' },
  identity: [['hive', 'name'], ['name']],
  columns: ['name', 'value', 'hive'],
  fields: {
    name: text('NAME', 'Name', 'Nom'),
    value: text('REGVALUE', 'Value', 'Valeur'),
    hive: text('HIVE', 'Hive', 'Ruche'),
  },
});
