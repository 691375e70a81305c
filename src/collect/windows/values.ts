import type { Host } from '../../model/host.ts';
import { localTime } from '../sources/local-time.ts';
import { meaningful } from '../sources/meaningful.ts';

/** A value of Windows as text; it may be of another type than the convention says. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? meaningful(String(value)) : undefined;
}

/** A whole number of Windows; those of 64 bits may be written as text. */
export function whole(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

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

/** Local time of a moment in ISO 8601. */
export function localMoment(host: Host, value: unknown): string | undefined {
  const milliseconds = Date.parse(text(value) ?? '');
  return Number.isNaN(milliseconds) ? undefined : localTime(host, milliseconds);
}
