import { Agent, type Dispatcher, EnvHttpProxyAgent, ProxyAgent, request } from 'undici';
import { ParcoursError } from '../model/errors.ts';
import { refusal, transportFailure } from './client-errors.ts';

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

export interface ClientOptions {
  readonly address: string;
  readonly platform: NodeJS.Platform;
  readonly proxy: ProxyChoice;
  readonly limits?: ClientLimits;
}

/** `environment` follows HTTP_PROXY, HTTPS_PROXY and NO_PROXY. */
export type ProxyChoice =
  | { readonly kind: 'none' }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'environment'; readonly variables: Readonly<Record<string, string | undefined>> };

export interface ClientLimits {
  readonly connectMilliseconds: number;
  /** From the first byte sent to the last one received. */
  readonly wholeMilliseconds: number;
  readonly replyBytes: number;
}

export const defaultLimits: ClientLimits = {
  connectMilliseconds: 10_000,
  wholeMilliseconds: 120_000,
  replyBytes: 1024 * 1024,
};

export function openClient(options: ClientOptions): Client {
  const limits = options.limits ?? defaultLimits;
  const dispatcher = openDispatcher(options, limits);
  return {
    post: (body) => post(options, limits, dispatcher, body),
    close: () => dispatcher.destroy(),
  };
}

/** Stock servers answer PROLOG only to agents they know by this name. OCS protocol section 1.6. */
export function userAgent(platform: NodeJS.Platform): string {
  return platform === 'win32' ? 'OCS-NG_WINDOWS_AGENT_v2.10.0.0' : 'OCS-NG_unified_unix_agent_v2.10.0';
}

async function post(options: ClientOptions, limits: ClientLimits, dispatcher: Dispatcher, body: Uint8Array) {
  const { address, platform } = options;
  try {
    const reply = await request(address, {
      method: 'POST',
      dispatcher,
      // One buffer, so that undici sends Content-Length: servers refuse chunks. OCS protocol section 1.2.
      body: Buffer.from(body.buffer, body.byteOffset, body.byteLength),
      headers: {
        'content-type': 'application/x-compress',
        pragma: 'no-cache',
        'user-agent': userAgent(platform),
      },
      signal: AbortSignal.timeout(limits.wholeMilliseconds),
    });
    const refused = refusal(address, reply.statusCode, headerText(reply.headers['location']));
    if (refused) {
      await reply.body.dump();
      throw refused;
    }
    return { status: reply.statusCode, body: await readBounded(address, reply.body, limits.replyBytes) };
  } catch (error) {
    throw error instanceof ParcoursError ? error : transportFailure(address, error, limits.wholeMilliseconds);
  }
}

async function readBounded(address: string, body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
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
  return Array.isArray(value) ? value[0] : value;
}

function openDispatcher({ address, proxy }: ClientOptions, limits: ClientLimits): Dispatcher {
  const settings = {
    connections: 1,
    connect: { timeout: limits.connectMilliseconds },
    headersTimeout: limits.wholeMilliseconds,
    bodyTimeout: limits.wholeMilliseconds,
  };
  if (proxy.kind === 'none') return new Agent(settings);
  // Proxies such as squid refuse CONNECT to port 80, so http:// targets are forwarded without a tunnel.
  const throughProxy = { ...settings, proxyTunnel: address.startsWith('https:') };
  if (proxy.kind === 'url') return new ProxyAgent({ ...throughProxy, uri: proxyAddress('--proxy', proxy.url) });
  return new EnvHttpProxyAgent({ ...throughProxy, ...environmentProxies(proxy.variables) });
}

/** Empty text, not absence, says "none": undici would look into its own environment. */
function environmentProxies(variables: Readonly<Record<string, string | undefined>>) {
  const [http, https, none] = ['http_proxy', 'https_proxy', 'no_proxy'].map(
    (name) => variables[name] || variables[name.toUpperCase()] || '',
  );
  return {
    httpProxy: http ? proxyAddress('HTTP_PROXY', http) : '',
    httpsProxy: https ? proxyAddress('HTTPS_PROXY', https) : '',
    noProxy: none ?? '',
  };
}

function proxyAddress(origin: string, text: string): string {
  const url = text.includes('://') ? text : `http://${text}`;
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url;
  throw new ParcoursError('configuration', `${origin} is not the URL of a proxy`);
}
