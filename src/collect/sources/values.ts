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

/** Local time of a moment in ISO 8601. */
export function localMoment(host: Host, value: unknown): string | undefined {
  const milliseconds = Date.parse(text(value) ?? '');
  return Number.isNaN(milliseconds) ? undefined : localTime(host, milliseconds);
}
