import { many, text, yesNo } from '../descriptor.ts';

/** Software licences found on the machine. FusionInventory and GLPI agents only. */
export const licenseinfos = many('LICENSEINFOS', {
  topic: 'software',
  label: { en: 'Licences', fr: 'Licences' },
  identity: [['productId'], ['fullName'], ['name']],
  columns: ['name', 'fullName', 'components', 'trial'],
  fields: {
    name: text('NAME', 'Name', 'Nom'),
    fullName: text('FULLNAME', 'Full name', 'Nom complet'),
    key: text('KEY', 'Licence key', 'Clé de licence', { sensitive: true }),
    productId: text('PRODUCTID', 'Product id', 'Identifiant du produit', { sensitive: true }),
    components: text('COMPONENTS', 'Components', 'Composants'),
    trial: yesNo('TRIAL', 'Trial', 'Essai'),
    oem: yesNo('OEM', 'OEM', 'OEM'),
    update: text('UPDATE', 'Update', 'Mise à jour'),
    activatedOn: text('ACTIVATION_DATE', 'Activated on', 'Activée le'),
  },
});
