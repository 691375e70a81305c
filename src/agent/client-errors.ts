import { ParcoursError, systemCode } from '../model/errors.ts';

/** The error that an HTTP status stands for; undefined where the status is a success. OCS protocol section 1.5. */
export function refusal(address: string, status: number, location: string | undefined): ParcoursError | undefined {
  if (status >= 200 && status < 300) return undefined;
  if (status >= 300 && status < 400) {
    const target = location ? ` to ${location}` : '';
    return new ParcoursError(
      'protocol',
      `${address} redirects${target} (${status}); give that address if you trust it`,
    );
  }
  if (status === 401)
    return new ParcoursError('permission', `${address} asks for a user and a password, or refuses those it got (401)`);
  if (status === 403) {
    return new ParcoursError(
      'busy',
      `${address} is busy with this machine or refuses it (403); try again in ten minutes`,
    );
  }
  if (status === 429 || status >= 500) {
    return new ParcoursError('busy', `${address} cannot take the inventory now (${status}); try again later`);
  }
  return new RefusedError(status, `${address} refused the request (${status})${statusHint(status)}`);
}

/** Whether the server will refuse the same document every time: it is wrong, or too large. */
export function isRefusedForGood(error: unknown): error is ParcoursError {
  return error instanceof RefusedError && (error.status === 400 || error.status === 413);
}

class RefusedError extends ParcoursError {
  readonly status: number;

  constructor(status: number, message: string) {
    super('protocol', message);
    this.status = status;
  }
}

/** The error that a broken connection stands for: `unreachable`, or `protocol` where something else answered. */
export function transportFailure(address: string, error: unknown, wholeMilliseconds: number): ParcoursError {
  const causes = causesOf(error);
  const codes = causes.map(systemCode);
  const said = codes.flatMap((code) => (code && plainWords[code] ? [plainWords[code]] : []))[0];
  if (causes.some((cause) => cause instanceof Error && cause.name === 'TimeoutError')) {
    return unreachable(address, `no complete answer within ${wholeMilliseconds / 1000} s`, causes, error);
  }
  if (said) return unreachable(address, said, causes, error);
  const proxyStatus = causes.flatMap(proxyStatusOf)[0];
  if (proxyStatus !== undefined) return proxyRefusal(address, proxyStatus, error);
  const own = causes.find((cause) => cause instanceof ParcoursError);
  if (own) return new ParcoursError(own.code, `${address}: ${own.message}`, error);
  if (codes.some((code) => code && TLS_CODES.test(code))) {
    return new ParcoursError('protocol', `${address}: the TLS connection failed${tlsHint(codes)}`, error);
  }
  return new ParcoursError('protocol', `${address} does not speak the protocol`, error);
}

function statusHint(status: number): string {
  if (status === 404) return '; is the path right? The usual one is /ocsinventory';
  if (status === 400) return '; the server may not accept this agent or its device id';
  if (status === 413) return '; the inventory is larger than the server allows';
  return '';
}

const plainWords: Readonly<Record<string, string>> = {
  ENOTFOUND: 'the name is unknown',
  EAI_AGAIN: 'the name cannot be looked up now',
  ECONNREFUSED: 'connection refused',
  EHOSTUNREACH: 'no route to the host',
  ENETUNREACH: 'the network is unreachable',
  ETIMEDOUT: 'no answer in time',
  UND_ERR_CONNECT_TIMEOUT: 'no answer in time',
  UND_ERR_HEADERS_TIMEOUT: 'no answer in time',
  UND_ERR_BODY_TIMEOUT: 'the answer stopped half way',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  UND_ERR_SOCKET: 'the connection was cut',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the connection was cut',
};

const TLS_CODES = /^(?:ERR_SSL_|ERR_TLS_|EPROTO$|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_OSSL_|UND_ERR_PRX_TLS)/;

function tlsHint(codes: readonly (string | undefined)[]): string {
  const code = codes.find((candidate) => candidate && TLS_CODES.test(candidate)) ?? '';
  if (/SELF_SIGNED|UNABLE_TO|DEPTH_ZERO/.test(code))
    return '; its certificate is not known here: give its authority with --ca FILE';
  if (code === 'CERT_HAS_EXPIRED') return '; its certificate has expired';
  if (code === 'CERT_NOT_YET_VALID') return '; its certificate is not valid yet: check the clock of this machine';
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return '; its certificate is for another name';
  return '; does that port speak https?';
}

/** undici says the status of a proxy in words alone. */
function proxyStatusOf(error: unknown): number[] {
  const message = error instanceof Error ? error.message : '';
  const [, status] = /^Proxy (?:response|Authentication Required) \((\d+)\)/.exec(message) ?? [];
  return status === undefined ? [] : [Number(status)];
}

function proxyRefusal(address: string, status: number, error: unknown): ParcoursError {
  const words = `the proxy does not let through to ${address} (${status})`;
  if (status >= 500) return new ParcoursError('unreachable', `${words}; it cannot reach it now`, error);
  if (status === 407) {
    return new ParcoursError(
      'protocol',
      `${words}; it asks for a user and a password: http://USER:PASSWORD@PROXY`,
      error,
    );
  }
  return new ParcoursError('protocol', `${words}; --np goes without a proxy, --proxy=URL through another`, error);
}

function unreachable(address: string, why: string, causes: readonly unknown[], error: unknown): ParcoursError {
  const tried = [...new Set([...causes.flatMap(addressOf), ...causes.flatMap((cause) => proxyNameIn(cause, address))])];
  const places = (tried.length > 0 ? tried : [hostAndPort(address)]).join(', ');
  return new ParcoursError(
    'unreachable',
    `cannot reach ${address}: ${why} (tried ${places}). Is the server running? "parcours serve" uses port 8080`,
    error,
  );
}

function hostAndPort(address: string): string {
  const { hostname, port, protocol } = new URL(address);
  return `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`;
}

/** The address and port a failed connection was tried at, as Node says it. */
function addressOf(error: unknown): string[] {
  const { address, port } = error as { readonly address?: unknown; readonly port?: unknown };
  return typeof address === 'string' && typeof port === 'number' ? [`${address}:${port}`] : [];
}

/** The name that was looked up, where it is not the server's. */
function proxyNameIn(error: unknown, address: string): string[] {
  const { hostname } = error as { readonly hostname?: unknown };
  return typeof hostname === 'string' && hostname !== new URL(address).hostname ? [`the proxy ${hostname}`] : [];
}

/** The error, its causes, and the members of what failed at several addresses at once. */
function causesOf(error: unknown): readonly unknown[] {
  if (!(error instanceof Error)) return [];
  const members = error instanceof AggregateError ? error.errors : [];
  return [error, ...members.flatMap(causesOf), ...causesOf(error.cause)];
}
