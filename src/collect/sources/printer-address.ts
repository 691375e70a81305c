import { present } from '../../model/present.ts';
import { withoutLogin } from './uri.ts';

/** What the address of a print queue tells of its printer: one on USB has its serial number in it. */
export function printerAddress(uri: string | undefined): PrinterAddress {
  if (!uri) return {};
  const [, serial] = /^usb:.*[?&]serial=([^&]+)/.exec(uri) ?? [];
  const network = /^(?:ipps?|https?|socket|lpd|smb|dnssd):/.test(uri);
  return present({ port: withoutLogin(uri), network, serial });
}

export interface PrinterAddress {
  readonly port?: string;
  readonly network?: boolean;
  readonly serial?: string;
}
