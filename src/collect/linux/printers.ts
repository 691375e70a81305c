import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { parseCupsPrinters } from '../sources/cups-printers.ts';
import { type IppAttributes, ippRequest, parseIppReply } from '../sources/ipp.ts';
import { printerAddress } from '../sources/printer-address.ts';
import { allowed, readText } from '../sources/text.ts';

/** Print queues of CUPS, which it tells everyone over its socket; its file is root's. A machine without CUPS has none. */
export const linuxPrinters: Collector<'printers'> = {
  name: 'linux/printers',
  section: 'printers',
  platforms: ['linux'],
  async collect(host) {
    const told = await allowed(askCups(host));
    if (told) return { rows: told.map(printerRow) };
    const text = await readText(host, '/etc/cups/printers.conf');
    return { rows: parseCupsPrinters(text ?? '').map(writtenRow) };
  },
};

const SOCKET = '/run/cups/cups.sock';
const GET_PRINTERS = 0x4002;
const ATTRIBUTES = [
  ...['printer-name', 'printer-make-and-model', 'device-uri', 'printer-info', 'printer-location', 'printer-is-shared'],
  'printer-state',
];
const NOT_FOUND = 0x0406;
const LAST_SUCCESS = 0x00ff;

/** Undefined where nothing listens, or where it does not answer as CUPS does. */
async function askCups(host: Host): Promise<readonly IppAttributes[] | undefined> {
  const body = ippRequest(GET_PRINTERS, ATTRIBUTES);
  const answer = await host.get(SOCKET, '/', { type: 'application/ipp', body });
  const reply = answer && parseIppReply(answer);
  if (reply?.status === NOT_FOUND) return [];
  return reply && reply.status <= LAST_SUCCESS ? reply.printers : undefined;
}

function printerRow(printer: IppAttributes): SectionRow<'printers'> {
  const text = (name: string) => String(printer.get(name) ?? '') || undefined;
  const shared = printer.get('printer-is-shared');
  return present({
    ...printerAddress(text('device-uri')),
    name: text('printer-name'),
    driver: text('printer-make-and-model'),
    description: text('printer-info'),
    comment: text('printer-location'),
    shared: typeof shared === 'boolean' ? shared : undefined,
    status: STATES[Number(printer.get('printer-state'))],
  });
}

// RFC 8011, section 5.4.11.
const STATES: Readonly<Record<number, string>> = { 3: 'Idle', 4: 'Processing', 5: 'Stopped' };

function writtenRow(printer: ReadonlyMap<string, string>): SectionRow<'printers'> {
  const shared = printer.get('Shared');
  return present({
    ...printerAddress(printer.get('DeviceURI')),
    name: printer.get('name'),
    driver: printer.get('MakeModel'),
    description: printer.get('Info'),
    comment: printer.get('Location'),
    shared: shared === undefined ? undefined : shared === 'Yes',
    status: printer.get('State'),
  });
}
