// The makers most often met, of the UEFI PNP id registry.
const MAKERS: Readonly<Record<string, string>> = {
  AAC: 'AcerView',
  ACI: 'Asus',
  ACR: 'Acer',
  AOC: 'AOC',
  APP: 'Apple',
  AUO: 'AU Optronics',
  AUS: 'Asus',
  BNQ: 'BenQ',
  BOE: 'BOE',
  CMN: 'Chimei Innolux',
  CMO: 'Chi Mei Optoelectronics',
  DEL: 'Dell',
  EIZ: 'Eizo',
  ENC: 'Eizo',
  FUS: 'Fujitsu Siemens',
  GSM: 'LG',
  HPN: 'HP',
  HWP: 'HP',
  IVM: 'Iiyama',
  LEN: 'Lenovo',
  LGD: 'LG Display',
  LPL: 'LG Philips',
  MEI: 'Panasonic',
  MSI: 'MSI',
  NEC: 'NEC',
  PHL: 'Philips',
  SAM: 'Samsung',
  SDC: 'Samsung Display',
  SEC: 'Seiko Epson',
  SHP: 'Sharp',
  SNY: 'Sony',
  VSC: 'ViewSonic',
};

/** Name of a monitor's maker; its three letters where it is none of these. */
export function monitorMaker(letters: string): string {
  return MAKERS[letters] ?? letters;
}
