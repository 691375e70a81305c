import { present } from '../model/present.ts';
import { type BodyEncoding, encodingOf, inflateChunks, requireEncoding } from './inflate.ts';
import { inflateReply } from './inflate-sync.ts';
import { type InflateLimits, inflateLimits, mostInflated } from './limits.ts';
import { decodeRequest, type OcsRequest } from './ocs/request.ts';
import { isListRow, SectionDecoder } from './ocs/sections.ts';
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
  readonly request: OcsRequest;
  readonly repairs: Repairs;
}

/** Reads what an agent sent or wrote to a file: zlib, gzip or plain. Rejects with a WireError that says why. */
export async function readDocument(bytes: Uint8Array, options: ReadOptions): Promise<ReadDocument> {
  const { limits = inflateLimits } = options;
  const encoding = requireEncoding(bytes);
  const chunks = options.inflate === 'bounded' ? inflateChunks(bytes, limits) : inflateAtOnce(bytes, limits);
  const rows = new SectionDecoder();
  const { root, repairs } = await parseXml(onceOnly(chunks), {
    take(element, parent) {
      const taken = parent === 'CONTENT' && isListRow(element);
      if (taken) rows.add(element);
      return taken;
    },
  });
  const { userAgent } = options;
  return { encoding, request: decodeRequest(root, { rows, ...present({ userAgent }) }), repairs };
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
