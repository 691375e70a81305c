import { Client as Connection, type Dispatcher, EnvHttpProxyAgent, ProxyAgent } from 'undici';
import { ParcoursError } from '../model/errors.ts';
import { present } from '../model/present.ts';
import { compileWasmOnce } from './baseline-wasm.ts';
import { answerChallenge } from './basic-auth.ts';
import { refusal, transportFailure } from './client-errors.ts';
import { type ClientLimits, type ClientOptions, defaultLimits, type TlsChoice } from './client-options.ts';
import { checkPinned, parsePin } from './pin.ts';

/** One server, one connection kept between requests. */
export interface Client {
  /**
   * Posts a document and returns the body of the answer, still encoded.
   * Fails with `unreachable`, `permission`, `busy` or `protocol`.
   */
  post(body: Uint8Array): Promise<ServerReply>;
  close(): Promise<void>;
}

export interface ServerReply {
  readonly status: number;
  readonly body: Uint8Array;
}

/** Fails with `configuration` where the proxy is no URL. */
export function openClient(options: ClientOptions): Client {
  const { address, credentials, limits = defaultLimits } = options;
  compileWasmOnce();
  const dispatcher = openDispatcher(options, limits);
  let authorization: string | undefined;
  async function post(body: Uint8Array): Promise<ServerReply> {
    const answer = await send(options, limits, dispatcher, body, authorization);
    const proof = credentials && !authorization ? answerChallenge(answer.challenge, credentials) : undefined;
    if (proof === undefined) return accepted(address, answer);
    authorization = proof;
    return accepted(address, await send(options, limits, dispatcher, body, proof));
  }
  return { post, close: () => dispatcher.destroy() };
}

/** Stock servers answer PROLOG only to agents they know by this name. OCS protocol section 1.6. */
function userAgent(platform: NodeJS.Platform): string {
  return platform === 'win32' ? 'OCS-NG_WINDOWS_AGENT_v2.10.0.0' : 'OCS-NG_unified_unix_agent_v2.10.0';
}

interface Answer extends ServerReply {
  readonly location: string | undefined;
  readonly challenge: string | undefined;
}

function accepted(address: string, { status, body, location }: Answer): ServerReply {
  const refused = refusal(address, status, location);
  if (refused) throw refused;
  return { status, body };
}

async function send(
  { address, platform, now }: ClientOptions,
  limits: ClientLimits,
  dispatcher: Dispatcher,
  body: Uint8Array,
  authorization: string | undefined,
): Promise<Answer> {
  const headers = {
    'content-type': 'application/x-compress',
    pragma: 'no-cache',
    'user-agent': userAgent(platform),
    // Tells our server how far this clock is off. RFC 9110 section 6.6.1.
    date: new Date(now()).toUTCString(),
    ...(authorization && { authorization }),
  };
  const { origin, pathname, search } = new URL(address);
  const target = { origin, path: `${pathname}${search}` };
  const signal = AbortSignal.timeout(limits.wholeMilliseconds);
  try {
    // One buffer, so that undici sends Content-Length: servers refuse chunks. OCS protocol section 1.2.
    const answer = await dispatcher.request({ ...target, method: 'POST', headers, signal, body: Buffer.from(body) });
    return {
      status: answer.statusCode,
      location: headerText(answer.headers['location']),
      challenge: headerText(answer.headers['www-authenticate']),
      body: await readBounded(address, answer, limits.replyBytes),
    };
  } catch (error) {
    throw error instanceof ParcoursError ? error : transportFailure(address, error, limits.wholeMilliseconds);
  }
}

/** The body of an answer that is a success; the page that comes with a refusal is read past. */
async function readBounded(address: string, { statusCode, body }: Dispatcher.ResponseData, maxBytes: number) {
  if (statusCode >= 300) {
    await body.dump();
    return new Uint8Array();
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > maxBytes) {
      throw new ParcoursError(
        'protocol',
        `${address} answered with more than ${maxBytes} bytes; that is no OCS server`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function headerText(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(', ') : value;
}

function openDispatcher({ address, proxy, tls }: ClientOptions, limits: ClientLimits): Dispatcher {
  const connect = { timeout: limits.connectMilliseconds, ...connectOptions(tls) };
  const settings = {
    connect,
    headersTimeout: limits.wholeMilliseconds,
    bodyTimeout: limits.wholeMilliseconds,
  };
  if (proxy.kind === 'none') return new Connection(new URL(address).origin, settings);
  const throughProxy = {
    ...settings,
    connections: 1,
    // Proxies such as squid refuse CONNECT to port 80, so http:// targets are forwarded without a tunnel.
    proxyTunnel: address.startsWith('https:'),
    proxyTls: { timeout: limits.connectMilliseconds },
    requestTls: connect,
  };
  if (proxy.kind === 'url') return new ProxyAgent({ ...throughProxy, uri: proxyAddress('--proxy', proxy.url) });
  return new EnvHttpProxyAgent({ ...throughProxy, ...environmentProxies(proxy.variables) });
}

function connectOptions({ verify = true, ca, cert, key, pins = [] }: TlsChoice = {}) {
  if (!verify && pins.length > 0) {
    throw new ParcoursError('configuration', '--pin needs --ssl=1; --ca FILE believes an authority of your own');
  }
  return {
    rejectUnauthorized: verify,
    ...present({ ca, cert, key }),
    // A session that is resumed would not be checked.
    ...(pins.length > 0 && { checkServerIdentity: checkPinned(pins.map(parsePin)), maxCachedSessions: 0 }),
  };
}

/** Empty text, not absence, says "none": undici would look into its own environment. */
function environmentProxies(variables: Readonly<Record<string, string | undefined>>) {
  const given = (name: string) => variables[name] || variables[name.toUpperCase()] || '';
  const addressIn = (name: string) => given(name) && proxyAddress(name.toUpperCase(), given(name));
  return { httpProxy: addressIn('http_proxy'), httpsProxy: addressIn('https_proxy'), noProxy: given('no_proxy') };
}

function proxyAddress(origin: string, text: string): string {
  const url = text.includes('://') ? text : `http://${text}`;
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url;
  throw new ParcoursError('configuration', `${origin} is not the URL of a proxy`);
}
