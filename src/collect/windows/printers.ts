import { present } from '../../model/present.ts';
import { withoutLogin } from '../sources/uri.ts';
import { text, whole } from '../sources/values.ts';
import { fromWindows } from './from-windows.ts';
import { truth } from './values.ts';

/** Printers of the machine and of who runs the agent. */
export const windowsPrinters = fromWindows('printers', 'printers', (printers) =>
  printers.map((printer) => {
    const port = text(printer.PortName);
    return present({
      name: text(printer.Name),
      driver: text(printer.DriverName),
      port: port && withoutLogin(port),
      description: text(printer.Location),
      comment: text(printer.Comment),
      network: truth(printer.Network),
      shared: truth(printer.Shared),
      shareName: text(printer.ShareName),
      serverName: text(printer.ServerName),
      printProcessor: text(printer.PrintProcessor),
      status: STATES[whole(printer.PrinterStatus) ?? 0],
    });
  }),
);

// Win32_Printer, PrinterStatus; the words are those of RFC 8011 where it has one.
const STATES: Readonly<Record<number, string>> = {
  3: 'Idle',
  4: 'Processing',
  5: 'Warmup',
  6: 'Stopped',
  7: 'Offline',
};
