import { explain, ParcoursError, systemCode } from '../model/errors.ts';
import type { Log, LogFields } from '../model/log.ts';
import { present } from '../model/present.ts';
import { safeText } from '../model/safe-text.ts';
import { type ReadDocument, readDocument } from '../wire/document.ts';
import { type BodyEncoding, encodeBody } from '../wire/inflate.ts';
import { type InflateLimits, mostInflated } from '../wire/limits.ts';
import { WireError } from '../wire/wire-error.ts';
import type { Admission } from './admission.ts';
import { answer, type Receiver } from './answer.ts';
import { answerGlpi, glpiIds, isGlpiAgent, refusalInJson } from './answer-glpi.ts';
import { byOurClock } from './clock.ts';
import { type Credentials, shows } from './credentials.ts';
import { type HttpReply, type HttpRequest, headerOf, reply, textReply } from './exchange.ts';

export interface HandleDeps {
  readonly receiver: Receiver;
  /** Of whole requests, by the bytes they may inflate to. */
  readonly admission: Admission;
  /** Of documents that are being read: reading many at once is no faster, and each may take much memory. */
  readonly reading: Admission;
  readonly limits: InflateLimits;
  readonly log: Log;
  /** What agents must show; undefined: nothing. */
  readonly credentials?: Credentials;
}

/** The reply to a request. Never rejects: what cannot be answered is refused with a reason, and logged with it. */
export async function handle(request: HttpRequest, deps: HandleDeps): Promise<HttpReply> {
  const answered = await handleAny(request, deps);
  if (!isGlpiAgent(request)) return answered;
  const { status, headers, body } = answered;
  const ours = { status, headers: { ...headers, ...glpiIds(request) }, body };
  return status < 400 ? ours : refusalInJson(ours, deps.receiver.settings.prologFreqHours);
}

async function handleAny(request: HttpRequest, deps: HandleDeps): Promise<HttpReply> {
  const path = request.path.split('?', 1)[0] ?? '';
  if (!isInventoryPath(path)) return refuse(404, 'inventories go to /ocsinventory', request, deps.log);
  if (request.method === 'GET') return answerGet(path, request, deps.log);
  if (request.method !== 'POST') return refuse(405, 'only GET and POST are answered', request, deps.log, ALLOW);
  if (deps.credentials && !shows(headerOf(request, 'authorization'), deps.credentials)) {
    return refuse(401, 'user and password are needed', request, deps.log, CHALLENGE);
  }
  try {
    return await deps.admission.run(mostInflated(request.body.length, deps.limits), () => receive(request, deps));
  } catch (error) {
    return refusal(error, request, deps.log);
  }
}

/** The refusal an error stands for. */
export function refusal(error: unknown, request: Pick<HttpRequest, 'peer' | 'path'>, log: Log): HttpReply {
  if (error instanceof WireError) return refuse(error.status, error.message, request, log);
  if (error instanceof ParcoursError && error.code === 'bad-input') return refuse(400, explain(error), request, log);
  if (error instanceof ParcoursError && TRY_LATER.has(error.code)) {
    return refuse(503, explain(error), request, log, { 'Retry-After': '30' });
  }
  if (TOO_MANY_FILES.has(systemCode(error) ?? '')) {
    return refuse(503, 'too many files are open', request, log, { 'Retry-After': '30' });
  }
  log.warn('cannot answer', { ...senderOf(request), error: explain(error) });
  return textReply(500, 'the receiver failed; its log says why');
}

async function receive(request: HttpRequest, { receiver, reading, limits, log }: HandleDeps): Promise<HttpReply> {
  const started = receiver.now();
  const userAgent = headerOf(request, 'user-agent');
  const options = { inflate: 'bounded', limits, ...present({ userAgent }) } as const;
  const document = await reading.run(1, () => readDocument(request.body, options));
  const inJson = document.format === 'json' || (document.request.query === 'PROLOG' && isGlpiAgent(request));
  const asked = byOurClock(document.request, headerOf(request, 'date'), started);
  const text = await answerIn(inJson, asked, request.peer, receiver);
  const answered = { ...senderOf(request), ...described(document), milliseconds: receiver.now() - started };
  log.info('answered', { ...answered, bytes: request.body.length });
  const plain = inJson && document.encoding === 'plain';
  const type = { 'Content-Type': plain ? 'application/json' : CONTENT_TYPES[document.encoding] };
  return reply(200, type, text === undefined ? new Uint8Array() : encodeBody(text, document.encoding));
}

async function answerIn(inJson: boolean, request: ReadDocument['request'], peer: string, receiver: Receiver) {
  if (!inJson) return answer(request, peer, receiver);
  return answerGlpi(request, peer, receiver);
}

function described({ request: { query, deviceId }, encoding, repairs }: ReadDocument): LogFields {
  return {
    query,
    device: deviceId === undefined ? undefined : safeText(deviceId),
    encoding,
    replacedCharacters: repairs.replacedCharacters || undefined,
    cutTexts: repairs.cutTexts || undefined,
    recodedTexts: repairs.recodedTexts || undefined,
  };
}

function refuse(
  status: number,
  reason: string,
  request: Pick<HttpRequest, 'peer' | 'path'>,
  log: Log,
  headers?: Readonly<Record<string, string>>,
): HttpReply {
  log.warn('refused', { ...senderOf(request), status, reason });
  return textReply(status, reason, headers);
}

/** `GET deploy/label` must not be answered: the Windows agent would take the text for the prompt of a TAG. */
function answerGet(path: string, request: HttpRequest, log: Log): HttpReply {
  if (/^(?:\/ocsinventory)?\/?$/.test(path)) return textReply(200, 'parcours receives inventories here');
  if (/[?&]action=/.test(request.path)) return refuse(400, 'Protocol not supported', request, log);
  return refuse(404, 'nothing is here', request, log);
}

function isInventoryPath(path: string): boolean {
  return path === '/' || /^\/ocsinventory(?:\/|$)/.test(path) || GLPI_PATH.test(path);
}

/** GLPI's own receiver, and those of its plugins; below `/glpi` or not. GLPI reference 1.1. */
const GLPI_PATH = new RegExp(
  [
    String.raw`^(?:\/glpi)?\/(?:front\/inventory\.php|Inventory)?$`,
    String.raw`^(?:\/glpi)?\/(?:marketplace|plugins)\/(?:glpiinventory|fusioninventory)(?:\/(?:index\.php)?)?$`,
  ].join('|'),
);

function senderOf({ peer, path }: Pick<HttpRequest, 'peer' | 'path'>): LogFields {
  return { peer, path: safeText(path).slice(0, 100) };
}

/** Nothing behind the realm: FusionInventory takes all up to the last quote for its name. */
const CHALLENGE = { 'WWW-Authenticate': 'Basic realm="parcours"' };
const ALLOW = { Allow: 'GET, POST' };
const TOO_MANY_FILES = new Set(['EMFILE', 'ENFILE']);
const TRY_LATER = new Set(['busy', 'cannot-write']);
/** Types that all four families of agents take. */
const CONTENT_TYPES: Readonly<Record<BodyEncoding, string>> = {
  zlib: 'application/x-compress-zlib',
  gzip: 'application/x-compress-gzip',
  plain: 'application/xml',
};
