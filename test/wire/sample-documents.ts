import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'node:zlib';
import { encodingOf } from '../../src/wire/inflate.ts';

/** A file of requests that agents sent, and the document in it, inflated. */
export type SampleDocument = readonly [file: string, bytes: Uint8Array];

const FOLDERS = [
  'captures/fusion-2.6',
  'captures/ocs-unix-2.10.0',
  'glpi-agent-captures',
  'ocs-wire',
  'samples/inventory_format/json',
  'samples/inventory_format/xml',
];

/** Every request under PARCOURS_SAMPLES; none where that is unset. */
export function sampleDocuments(): readonly SampleDocument[] {
  const samples = process.env['PARCOURS_SAMPLES'];
  if (samples === undefined) return [];
  return FOLDERS.flatMap((folder) => documentsIn(join(samples, folder)));
}

export function documentsIn(folder: string): readonly SampleDocument[] {
  return readdirSync(folder)
    .filter((name) => !name.endsWith('.headers.json'))
    .map((name) => [join(folder, name), documentIn(join(folder, name))] as const)
    .filter((document): document is SampleDocument => isRequest(document[1]));
}

/** Undefined for what is neither XML nor JSON nor holds any. */
function documentIn(file: string): Uint8Array | undefined {
  const bytes = readFileSync(file);
  if (file.endsWith('.http.txt')) return bytes.subarray(Math.max(0, bytes.indexOf('<?xml')));
  const encoding = encodingOf(bytes);
  return encoding === 'zlib' || encoding === 'gzip' ? unzipSync(bytes) : encoding && bytes;
}

function isRequest(bytes: Uint8Array | undefined): boolean {
  const text = Buffer.from(bytes ?? []).toString();
  return /<REQUEST\b/.test(text) || (/^\s*\{/.test(text) && text.includes('"deviceid"'));
}
