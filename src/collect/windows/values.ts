import { meaningful } from '../sources/meaningful.ts';
import { text, whole } from '../sources/values.ts';

export function truth(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

/** A list of texts; PowerShell makes one text of a list of one. */
export function texts(value: unknown): readonly string[] {
  return [value].flat().flatMap((one) => text(one) ?? []);
}

/** A list of characters that ends with zeros, as WmiMonitorID has them. */
export function letters(codes: unknown): string | undefined {
  const numbers = [codes].flat().flatMap((code) => whole(code) ?? []);
  return meaningful(String.fromCharCode(...numbers.filter((code) => code > 0 && code < 0x1_0000)));
}

export interface DeviceIds {
  readonly vendor: string;
  readonly product: string;
  readonly pci: string;
}

/** Numbers of maker and product in `PCI\\VEN_8086&DEV_A0C8&…` and `USB\\VID_0BDA&PID_8153\\…`. */
export function deviceIds(deviceId: unknown): DeviceIds | undefined {
  const [, vendor, product] = /(?:VEN|VID)_([0-9A-F]{4})&(?:DEV|PID)_([0-9A-F]{4})/i.exec(text(deviceId) ?? '') ?? [];
  if (!vendor || !product) return undefined;
  const pci = `${vendor}:${product}`.toLowerCase();
  return { vendor: vendor.toLowerCase(), product: product.toLowerCase(), pci };
}

/** `2025-03-14`; undefined where there is no such day. */
export function calendarDate(year: string, month: string, day: string): string | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) ? date : undefined;
}
