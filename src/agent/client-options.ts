/** How a server is reached. */
export interface ClientOptions {
  readonly address: string;
  readonly platform: NodeJS.Platform;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly proxy: ProxyChoice;
  /** Default: `defaultLimits`. */
  readonly limits?: ClientLimits;
  /** Shown only to a server that asks for them. */
  readonly credentials?: Credentials;
  readonly tls?: TlsChoice;
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

/** HTTP Basic. With a realm, only a server that names it gets them. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
  readonly realm?: string;
}

/** PEM texts. `verify: false` believes any certificate. */
export interface TlsChoice {
  readonly verify?: boolean;
  /** Authority that is believed instead of the system's. */
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  /** The only certificates that are taken, among those that are believed; as typed. */
  readonly pins?: readonly string[];
}
