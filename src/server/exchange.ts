/** server/ knows how to receive inventories over HTTP: what to answer, and how much to take at once. */

/** One request, read whole; no socket in it. */
export interface HttpRequest {
  readonly method: string;
  /** With its query, as on the request line. */
  readonly path: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array;
  /** Address of the sender. */
  readonly peer: string;
}

export interface HttpReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export function textReply(status: number, text: string, headers: Readonly<Record<string, string>> = {}): HttpReply {
  const body = Buffer.from(`${text}\n`);
  return reply(status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers }, body);
}

export function reply(status: number, headers: Readonly<Record<string, string>>, body: Uint8Array): HttpReply {
  return { status, headers: { 'Content-Length': String(body.length), 'Cache-Control': 'no-cache', ...headers }, body };
}

/** A header that was sent once; undefined where it is missing. */
export function headerOf({ headers }: HttpRequest, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : value?.[0];
}
