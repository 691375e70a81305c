/** The one table of options: parsing, slash spellings, `--help` and README's table all come from it. */

/** `optional`: a value may follow after `=`; without one the option means its own default. */
type OptionKind = 'flag' | 'count' | 'optional' | 'text' | 'texts' | 'number';

export interface OptionSpec {
  readonly kind: OptionKind;
  readonly short?: string;
  /** What stands for the value in `--help`. */
  readonly value?: string;
  readonly choices?: readonly string[];
  /** For one run: neither the configuration nor the service takes it. */
  readonly once?: true;
}

/** Every command takes these. */
export const commonOptions = {
  store: { kind: 'text', value: 'DIR' },
  json: { kind: 'optional', value: 'lines', choices: ['', 'lines'] },
  lang: { kind: 'text', value: 'fr|en', choices: ['fr', 'en'] },
  debug: { kind: 'optional', value: '2', choices: ['', '0', '1', '2'] },
  logfile: { kind: 'text', value: 'PATH' },
  help: { kind: 'flag', short: 'h' },
} as const satisfies Record<string, OptionSpec>;

/** Options of an agent run; Windows spells them with a slash. */
export const agentOptions = {
  server: { kind: 'texts', short: 's', value: 'ADDRESS' },
  np: { kind: 'flag' },
  proxy: { kind: 'text', short: 'P', value: 'URL' },
  user: { kind: 'text', short: 'u', value: 'NAME' },
  password: { kind: 'text', short: 'p', value: 'PASSWORD' },
  'password-file': { kind: 'text', value: 'FILE' },
  realm: { kind: 'text', short: 'r', value: 'REALM' },
  ssl: { kind: 'text', value: '0|1', choices: ['0', '1'] },
  ca: { kind: 'text', value: 'FILE' },
  pin: { kind: 'texts', value: 'sha256:HASH' },
  cert: { kind: 'text', value: 'FILE' },
  key: { kind: 'text', value: 'FILE' },
  force: { kind: 'count', short: 'f', once: true },
  local: { kind: 'optional', short: 'l', value: 'DIR' },
  stdout: { kind: 'flag', once: true },
  format: { kind: 'text', value: 'FORMAT', once: true },
  lazy: { kind: 'flag' },
  wait: { kind: 'text', short: 'w', value: 'SECONDS|server', once: true },
  daemon: { kind: 'flag', short: 'd', once: true },
  tag: { kind: 'text', short: 't', value: 'TAG' },
  nosoftware: { kind: 'flag' },
  adopt: { kind: 'flag', once: true },
  'from-ocs-config': { kind: 'flag', once: true },
  only: { kind: 'text', value: 'SECTION,…' },
  except: { kind: 'text', value: 'SECTION,…' },
  basevardir: { kind: 'text', value: 'DIR' },
  'backend-collect-timeout': { kind: 'number', value: 'SECONDS' },
  collector: { kind: 'text', value: 'own|si', choices: ['own', 'si'] },
  root: { kind: 'text', value: 'DIR', once: true },
  record: { kind: 'text', value: 'DIR', once: true },
  'dry-run': { kind: 'flag', once: true },
  explain: { kind: 'flag', once: true },
  logger: { kind: 'text', value: 'stderr,file' },
} as const satisfies Record<string, OptionSpec>;

const serveOptions = {
  listen: { kind: 'texts', value: 'ADDR:PORT' },
  'tls-cert': { kind: 'text', value: 'FILE' },
  'tls-key': { kind: 'text', value: 'FILE' },
  'client-ca': { kind: 'text', value: 'FILE' },
  'prolog-freq': { kind: 'number', value: 'HOURS' },
  frequency: { kind: 'number', value: 'DAYS' },
  'no-category': { kind: 'text', value: 'NAME,…' },
  'max-body': { kind: 'number', value: 'BYTES' },
  'max-inflated': { kind: 'number', value: 'BYTES' },
} as const satisfies Record<string, OptionSpec>;

const demoOptions = {
  machines: { kind: 'text', value: 'N' },
  months: { kind: 'number', value: 'M' },
  seed: { kind: 'number', value: 'S' },
  daily: { kind: 'flag' },
  plant: { kind: 'text', value: 'EVENT,…' },
  out: { kind: 'text', value: 'STORE' },
  answers: { kind: 'text', value: 'STORE' },
} as const satisfies Record<string, OptionSpec>;

const labOptions = {
  exercise: { kind: 'text', value: 'DIR' },
  template: { kind: 'text', value: 'FILE' },
  'show-template': { kind: 'flag' },
  questions: { kind: 'text', value: 'FILE' },
  'show-questions': { kind: 'flag' },
  student: { kind: 'text', value: 'CODE' },
  yes: { kind: 'flag' },
  runs: { kind: 'number', value: 'N' },
  'manual-minutes': { kind: 'number', value: 'M' },
  'auto-minutes': { kind: 'number', value: 'A' },
  'setup-minutes': { kind: 'number', value: 'S' },
  parallel: { kind: 'number', value: 'P' },
  failures: { kind: 'number', value: '%' },
  'recount-days': { kind: 'number', value: 'D' },
} as const satisfies Record<string, OptionSpec>;

/** Options of one or two of the questions to the store. */
const questionOptions = {
  section: { kind: 'text', value: 'NAME' },
  since: { kind: 'text', value: 'WHEN' },
  until: { kind: 'text', value: 'WHEN' },
  machine: { kind: 'text', value: 'MACHINE' },
  at: { kind: 'text', value: 'TIME' },
  strict: { kind: 'flag' },
  redact: { kind: 'flag' },
  repair: { kind: 'flag' },
  log: { kind: 'text', value: 'FILE' },
  keys: { kind: 'text', value: 'FILE' },
  plain: { kind: 'flag' },
} as const satisfies Record<string, OptionSpec>;

const serviceOptions = {
  origin: { kind: 'flag' },
  every: { kind: 'text', value: '24h' },
  scheduler: { kind: 'text', value: 'NAME', choices: ['systemd', 'cron', 'launchd', 'task'] },
  into: { kind: 'text', value: 'DIR' },
  'keep-data': { kind: 'flag' },
} as const satisfies Record<string, OptionSpec>;

export const options = {
  ...commonOptions,
  ...agentOptions,
  ...serveOptions,
  ...demoOptions,
  ...labOptions,
  ...questionOptions,
  ...serviceOptions,
};

export type OptionName = keyof typeof options;

/** What the agent can be set to: options that may also stand in its configuration or in the environment. */
export const settingNames: readonly OptionName[] = [
  ...(Object.keys(agentOptions) as OptionName[]).filter((name) => !specOf(name)?.once),
  'debug',
  'logfile',
];

export function specOf(name: string): OptionSpec | undefined {
  return Object.hasOwn(options, name) ? options[name as OptionName] : undefined;
}
