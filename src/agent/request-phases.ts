import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Meter } from './meter.ts';

/**
 * Tells a meter when the client connects, sends and is answered, until it is stopped. The channels are those of undici's
 * `docs/docs/api/DiagnosticsChannel.md`; they tell of every client of the process.
 */
export function watchRequests(meter: Meter): () => void {
  const listeners: Readonly<Record<string, () => void>> = {
    'undici:client:beforeConnect': () => meter.begin('connect'),
    'undici:client:connected': () => meter.end('connect'),
    'undici:client:sendHeaders': () => meter.begin('send'),
    'undici:request:bodySent': () => {
      meter.end('send');
      meter.begin('answer');
    },
    'undici:request:trailers': () => meter.end('answer'),
  };
  for (const [name, heard] of Object.entries(listeners)) subscribe(name, heard);
  return () => {
    for (const [name, heard] of Object.entries(listeners)) unsubscribe(name, heard);
  };
}
