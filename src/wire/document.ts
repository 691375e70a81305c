import { present } from '../model/present.ts';
import { type Decoder, decoderFor } from './charset.ts';
import { type JsonObject, parseJson } from './glpi/json.ts';
import { decodeGlpi } from './glpi/request.ts';
import { type BodyEncoding, encodingOf, inflateChunks, requireEncoding, startsJson } from './inflate.ts';
import { inflateReply } from './inflate-sync.ts';
import { type InflateLimits, inflateLimits, mostInflated } from './limits.ts';
import { decodeRequest, type OcsRequest } from './ocs/request.ts';
import { isListRow, SectionDecoder } from './ocs/sections.ts';
import { decodeOwn, isOwn } from './own.ts';
import { slices } from './slices.ts';
import { WireError } from './wire-error.ts';
import { parseXml, type Repairs } from './xml.ts';

export interface ReadOptions {
  /** `bounded` never holds the event loop: for the receiver. `sync` is for one file at a time. */
  readonly inflate: 'bounded' | 'sync';
  readonly limits?: InflateLimits;
  /** Names the agent where the document does not. */
  readonly userAgent?: string;
}

export interface ReadDocument {
  readonly encoding: BodyEncoding;
  /** JSON is GLPI's or our own, XML everybody else's. */
  readonly format: 'xml' | 'json';
  readonly request: OcsRequest;
  readonly repairs: Repairs;
}

/** Reads what an agent sent or wrote to a file: zlib, gzip or plain. Rejects with a WireError that says why. */
export async function readDocument(bytes: Uint8Array, options: ReadOptions): Promise<ReadDocument> {
  const { limits = inflateLimits } = options;
  const encoding = requireEncoding(bytes);
  const chunks = options.inflate === 'bounded' ? inflateChunks(bytes, limits) : inflateAtOnce(bytes, limits);
  const context = present({ userAgent: options.userAgent });
  const { first, all } = await peek(onceOnly(chunks));
  const { request, repairs } = startsJson(first) ? await readJson(all, context) : await readXml(all, context);
  return { encoding, format: startsJson(first) ? 'json' : 'xml', request, repairs };
}

type Context = Pick<ReadOptions, 'userAgent'>;
type Content = Pick<ReadDocument, 'request' | 'repairs'>;

async function readXml(chunks: AsyncIterable<Uint8Array>, context: Context): Promise<Content> {
  const rows = new SectionDecoder();
  const { root, repairs } = await parseXml(chunks, {
    take(element, parent) {
      const taken = parent === 'CONTENT' && isListRow(element);
      if (taken) rows.add(element);
      return taken;
    },
  });
  return { request: decodeRequest(root, { rows, ...context }), repairs };
}

async function readJson(chunks: AsyncIterable<Uint8Array>, context: Context): Promise<Content> {
  const texts: string[] = [];
  let decoder: Decoder | undefined;
  for await (const chunk of chunks) {
    decoder ??= decoderFor(chunk);
    texts.push(decoder.decode(chunk, false));
  }
  texts.push(decoder?.decode(new Uint8Array(), true) ?? '');
  const { root, repairs } = parseJson(texts.join('').replace(/^\ufeff/, ''));
  const recodedTexts = decoder?.recoded ?? 0;
  return { request: decodeJson(root, context), repairs: { ...repairs, recodedTexts } };
}

function decodeJson(root: JsonObject, context: Context): OcsRequest {
  if (!isOwn(root)) return decodeGlpi(root, context);
  const inventory = decodeOwn(root);
  return { query: 'INVENTORY', ...present({ deviceId: inventory.deviceId }), inventory };
}

async function* inflateAtOnce(bytes: Uint8Array, limits: InflateLimits): AsyncGenerator<Uint8Array> {
  yield* slices(inflateReply(bytes, mostInflated(bytes.length, limits)).bytes);
}

/** Refuses a document that was packed twice, before a parser calls it nonsense. */
async function* onceOnly(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let first = true;
  for await (const chunk of chunks) {
    const inner = first ? encodingOf(chunk) : 'plain';
    if (inner === 'zlib' || inner === 'gzip') throw new WireError('the body is compressed twice');
    first = false;
    yield chunk;
  }
}

/** The first chunk that is not empty, and all of them. */
async function peek(chunks: AsyncGenerator<Uint8Array>) {
  const { value: first = new Uint8Array() } = await chunks.next();
  async function* all(): AsyncGenerator<Uint8Array> {
    yield first;
    yield* chunks;
  }
  return { first, all: all() };
}
