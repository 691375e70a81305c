import type { SectionRow } from '../../model/catalogue.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { parseCupsPrinters } from '../sources/cups-printers.ts';
import { readText } from '../sources/text.ts';
import { withoutLogin } from '../sources/uri.ts';

/** Print queues of CUPS. Its file is root's; a machine without it has none. */
export const linuxPrinters: Collector<'printers'> = {
  name: 'linux/printers',
  section: 'printers',
  platforms: ['linux'],
  async collect(host) {
    const text = await readText(host, '/etc/cups/printers.conf');
    return { rows: parseCupsPrinters(text ?? '').map(printerRow) };
  },
};

function printerRow(printer: ReadonlyMap<string, string>): SectionRow<'printers'> {
  const port = printer.get('DeviceURI');
  const shared = printer.get('Shared');
  return present({
    name: printer.get('name'),
    driver: printer.get('MakeModel'),
    port: port && withoutLogin(port),
    description: printer.get('Info'),
    comment: printer.get('Location'),
    network: port === undefined ? undefined : /^(?:ipps?|https?|socket|lpd|smb|dnssd):/.test(port),
    shared: shared === undefined ? undefined : shared === 'Yes',
  });
}
