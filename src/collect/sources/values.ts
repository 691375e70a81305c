import type { Host } from '../../model/host.ts';
import { localTime } from './local-time.ts';
import { meaningful } from './meaningful.ts';

/** A value as text; programs may write another type than the convention says. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? meaningful(String(value)) : undefined;
}

/** A whole number from 0, which may be written as text; in 32 bits it may have lost its first one. */
export function whole(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && number >= 0 && Number.isFinite(number) ? number : undefined;
}

/**
 * Milliseconds since 1970 of a moment: ISO 8601, `/Date(1718000000000)/` as old JSON writers have it, or the time of WMI
 * itself, `20250314091245.000000+060` with minutes from UTC.
 */
export function moment(value: unknown): number | undefined {
  const written = text(value) ?? '';
  const [, milliseconds] = /^\/Date\((-?\d+)\)\/$/.exec(written) ?? [];
  if (milliseconds) return Number(milliseconds);
  const parsed = Date.parse(written.replace(WMI_TIME, isoOf));
  return ISO_TIME.test(written) || WMI_TIME.test(written) ? parsed || undefined : undefined;
}

const ISO_TIME = /^\d{4}-\d\d-\d\dT/;
const WMI_TIME = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\.\d{6}([+-])(\d{3})$/;

function isoOf(_: string, ...[year, month, day, hour, minute, second, sign, offset]: readonly string[]): string {
  const [hours, minutes] = [Math.floor(Number(offset) / 60), Number(offset) % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${sign}${hours}:${minutes}`;
}

/** Local time of a moment, written in ISO 8601. */
export function localMoment(host: Host, value: unknown): string | undefined {
  const milliseconds = moment(value);
  return milliseconds === undefined ? undefined : localTime(host, milliseconds);
}
