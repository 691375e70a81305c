import { many, text } from '../descriptor.ts';

/** SIM cards of a phone. OCS protocol section 3.2; FusionInventory says SIMCARDS. */
export const sim = many('SIM', {
  topic: 'network',
  bit: 524288,
  aliases: ['SIMCARDS'],
  glpi: 'simcards',
  label: { en: 'SIM cards', fr: 'Cartes SIM' },
  identity: [['serial'], ['iccid'], ['deviceId'], ['subscriberId', 'operator'], ['operator']],
  columns: ['operatorName', 'operator', 'country', 'state', 'phoneNumber'],
  fields: {
    operator: text('OPERATOR', 'Operator code', "Code de l'opérateur", { fusion: 'OPERATOR_CODE' }),
    operatorName: text('OPNAME', 'Operator', 'Opérateur', { fusion: 'OPERATOR_NAME' }),
    country: text('COUNTRY', 'Country', 'Pays'),
    state: text('STATE', 'Status', 'État'),
    serial: text('SERIALNUMBER', 'Serial number', 'N° de série', { sensitive: true, fusion: 'SERIAL' }),
    iccid: text('ICCID', 'ICCID', 'ICCID', { sensitive: true }),
    deviceId: text('DEVICEID', 'Device id', "Identifiant de l'appareil", { sensitive: true }),
    subscriberId: text('SUBSCRIBER_ID', 'Subscriber id', "Identifiant de l'abonné", { sensitive: true }),
    phoneNumber: text('PHONENUMBER', 'Phone number', 'N° de téléphone', { sensitive: true, fusion: 'PHONE_NUMBER' }),
    lineNumber: text('LINE_NUMBER', 'Line number', 'N° de ligne', { sensitive: true }),
  },
});
