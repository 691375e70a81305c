import { present } from '../../model/present.ts';
import { printerAddress } from '../sources/printer-address.ts';
import { text } from '../sources/values.ts';
import { fromReport } from './from-report.ts';
import { truth } from './values.ts';

/** Printers. Where there is none, the report has a sentence in the place of a list. */
export const macosPrinters = fromReport('macos/printers', 'printers', ['SPPrinters'], (parts) =>
  parts('SPPrinters')
    .filter((printer) => text(printer['_name']))
    .map((printer) =>
      present({
        ...printerAddress(text(printer['uri'])),
        name: text(printer['_name']),
        driver: text(printer['ppd']),
        shared: truth(printer['shared'] ?? printer['printersharing']),
        status: STATES[text(printer['status']) ?? ''],
      }),
    ),
);

const STATES: Readonly<Record<string, string>> = { idle: 'Idle', processing: 'Processing', stopped: 'Stopped' };
