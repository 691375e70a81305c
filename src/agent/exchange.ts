import type { RawElement } from '../model/descriptor.ts';
import { ParcoursError } from '../model/errors.ts';
import type { Log } from '../model/log.ts';
import { encodeBody } from '../wire/inflate.ts';
import { inflateReply } from '../wire/inflate-sync.ts';
import { parseXml, writeXml } from '../wire/xml.ts';
import type { Client } from './client.ts';
import { type Meter, metered } from './meter.ts';
import { redactReply } from './redact.ts';

export interface Question<T> {
  readonly query: 'PROLOG' | 'INVENTORY';
  readonly xml: string;
  /** The document as the log may show it. */
  readonly shown: () => string;
  readonly decode: (root: RawElement) => T;
}

/** A line to one server. */
export interface Line {
  readonly address: string;
  readonly client: Client;
  readonly log: Log;
  readonly now: () => number;
  /** Whether the log shows whole documents: preparing them costs as much as writing the inventory. */
  readonly documents: boolean;
  readonly meter?: Meter;
}

/** A reply may grow to this many bytes when it is inflated. */
const MAX_INFLATED = 4 * 1024 * 1024;

/** Sends a document and understands the answer. Fails as `Client.post`, and with `protocol` where the answer is nonsense. */
export async function exchange<T>(line: Line, question: Question<T>): Promise<T> {
  const { address, client, log, now, documents, meter } = line;
  const { query, xml } = question;
  const body = metered(meter, 'compress', () => encodeBody(xml, 'zlib'));
  const sent = { query, bytes: Buffer.byteLength(xml), wireBytes: body.length };
  meter?.sent(sent);
  log.debug('send', { server: address, ...sent });
  if (documents) log.trace('document', { server: address, query, text: question.shown() });
  const start = now();
  const reply = await client.post(body);
  const { status, body: packed } = reply;
  log.debug('answer', { server: address, query, status, milliseconds: now() - start, wireBytes: packed.length });
  try {
    const { bytes, engine } = inflateReply(packed, MAX_INFLATED);
    log.debug('inflated', { server: address, query, bytes: bytes.length, engine });
    const { root } = await parseXml(bytes);
    if (documents) log.trace('answer document', { server: address, query, text: writeXml(redactReply(root)) });
    return question.decode(root);
  } catch (error) {
    if (!(error instanceof ParcoursError)) throw error;
    throw new ParcoursError('protocol', `${address} answered ${query} with what is no OCS reply`, error);
  }
}
