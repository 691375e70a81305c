/** What exactly went wrong, as a log tells it. */
export type Fault =
  | 'unknownName'
  | 'unknownProxy'
  | 'refused'
  | 'timedOut'
  | 'noRoute'
  | 'cut'
  | 'badAddress'
  | 'certificate'
  | 'authorityFile'
  | 'notTls'
  | 'proxyRefuses'
  | 'proxyUnsupported'
  | 'notOcs'
  | 'unreadableAnswer'
  | 'noServer'
  | 'agentRefused'
  | 'machineForbidden'
  | 'wrongPath'
  | 'redirected'
  | 'password'
  | 'tooLarge'
  | 'serverError';

/** The common causes. */
export type Cause =
  | 'server-name'
  | 'port'
  | 'proxy'
  | 'certificate'
  | 'refused-agent'
  | 'address-form'
  | 'local-mode'
  | 'password'
  | 'network'
  | 'server-error'
  | 'answer-format';

/** The words of parcours, of LWP (Unix, FusionInventory, GLPI) and of libcurl (Windows); the first that fits counts. */
const faults: readonly (readonly [fault: Fault, pattern: RegExp])[] = [
  ['unknownProxy', /(?:Couldn't|Could not) resolve proxy|tried [^)]*the proxy /],
  ['proxyUnsupported', /Protocol scheme 'connect' is not supported/],
  ['proxyRefuses', /the proxy does not let through|\b407\b|from proxy after CONNECT/],
  ['badAddress', /Can't connect to \[|bad\/illegal format|Unsupported protocol|Protocol scheme|URL must be absolute/],
  ['unknownName', /the name is unknown|cannot be looked up|Name or service not known|resolve host/],
  ['unknownName', /Temporary failure in name resolution|Bad hostname/],
  ['authorityFile', /SSL_ca_file .* can't be used|Problem with the SSL CA cert/],
  ['notTls', /does that port speak https|wrong version number|SSL connect error/],
  ['certificate', /certificate|verification failed|SSL peer/i],
  ['refused', /[Cc]onnection refused|(?:Couldn't|Could not) connect to server/],
  ['timedOut', /no answer in time|no complete answer|Timeout was reached|timed out|read timeout/],
  ['noRoute', /no route to|[Nn]etwork is unreachable|No route to host/],
  ['cut', /connection was cut|closed connection without|Server returned nothing|stopped half way/],
  ['unreadableAnswer', /can't uncompress|unsupported format|No supported answer/],
  ['notOcs', /no OCS reply|Deflating problem|does not speak the protocol|Unknown protocol/],
  ['noServer', /no server to send/],
];

/** OCS protocol section 1.5. */
const byStatus: Readonly<Record<string, Fault>> = {
  '301': 'redirected',
  '302': 'redirected',
  '307': 'redirected',
  '308': 'redirected',
  '400': 'agentRefused',
  '401': 'password',
  '403': 'machineForbidden',
  '404': 'wrongPath',
  '405': 'wrongPath',
  '413': 'tooLarge',
  '429': 'serverError',
};

const causes: Readonly<Record<Fault, Cause>> = {
  unknownName: 'server-name',
  unknownProxy: 'proxy',
  refused: 'port',
  timedOut: 'port',
  noRoute: 'network',
  cut: 'address-form',
  badAddress: 'address-form',
  certificate: 'certificate',
  authorityFile: 'certificate',
  notTls: 'address-form',
  proxyRefuses: 'proxy',
  proxyUnsupported: 'proxy',
  notOcs: 'address-form',
  unreadableAnswer: 'answer-format',
  noServer: 'address-form',
  agentRefused: 'refused-agent',
  machineForbidden: 'refused-agent',
  wrongPath: 'address-form',
  redirected: 'address-form',
  password: 'password',
  tooLarge: 'server-error',
  serverError: 'server-error',
};

/** Faults of a connection that, where it went to a proxy, are the proxy's. */
const OF_CONNECTION: ReadonlySet<Fault> = new Set(['unknownName', 'refused', 'timedOut', 'noRoute']);

/** What an error says went wrong; undefined where it is none of what is known. */
export function faultOf(message: string): Fault | undefined {
  const known = faults.find(([, pattern]) => pattern.test(message))?.[0];
  if (known) return known;
  const status = /\((\d{3})\)|Status Code #(\d{3})\b|communication : (\d{3})\b|response: (\d{3})\b/.exec(message);
  const code = status?.slice(1).find((group) => group !== undefined) ?? '';
  return byStatus[code] ?? (code.startsWith('5') ? 'serverError' : undefined);
}

/** Which of the common causes that is, given where the connection was to go. */
export function causeOf(fault: Fault, message: string, server: string | undefined, proxy: string | undefined): Cause {
  const tried = hostIn(/(?:Can't connect to|tried) (\S+?)[\s,)]/.exec(message)?.[1]);
  const meant = hostIn(server);
  const isElsewhere = tried !== undefined && meant !== undefined && tried !== meant;
  return OF_CONNECTION.has(fault) && (proxy !== undefined || isElsewhere) ? 'proxy' : causes[fault];
}

function hostIn(address: string | undefined): string | undefined {
  return (
    address
      ?.replace(/^[a-z]+:\/\//i, '')
      .replace(/[:/].*$/, '')
      .toLowerCase() || undefined
  );
}
