import type { Collection, CollectOptions } from '../collect/run.ts';
import type { Host } from '../model/host.ts';
import type { Inventory } from '../model/inventory.ts';
import type { Log } from '../model/log.ts';
import type { ClientLimits, Credentials, TlsChoice } from './client-options.ts';
import type { Meter } from './meter.ts';

/** What the agent is asked to do; the names are those of the command line. */
export interface AgentOptions {
  /** Version of this program, `1.2.3`. */
  readonly version: string;
  /** The command line, for the log. */
  readonly argv: readonly string[];
  /** `--debug=2`: whole documents go to the log, without what is sensitive. */
  readonly documents?: boolean;
  /** Folder of the device id and of what the servers agreed to. */
  readonly stateFolder: string;
  /** Folders of the state of an OCS agent, whose device id becomes ours. */
  readonly adoptFrom?: readonly string[];
  /** As typed: HOST, HOST:PORT, HOST/path or a URL. */
  readonly servers: readonly string[];
  /** Name under which the agreement with the server is kept; its address by default. */
  readonly stateName?: string;
  /** `--np`: no proxy at all. Otherwise `proxy`, otherwise the environment's. */
  readonly noProxy?: boolean;
  readonly proxy?: string;
  readonly credentials?: Credentials;
  readonly tls?: TlsChoice;
  /** 1: inventory now whatever PROLOG says. 2: without PROLOG. */
  readonly force?: number;
  /** Do nothing before the time the server asked for. */
  readonly lazy?: boolean;
  /** The last run failed a moment ago: what it kept for a server will do, no second inventory is kept. */
  readonly retry?: boolean;
  /** Folder that receives `<DEVICEID>.ocs`. */
  readonly local?: string;
  readonly stdout?: DocumentFormat;
  readonly tag?: string;
  readonly noSoftware?: boolean;
  /** What to read and how; `except` adds to `noSoftware`. */
  readonly collect?: Omit<CollectOptions, 'log'>;
}

/** `ocs`: the XML that is sent. `glpi`: GLPI's JSON. `parcours`: the inventory as we keep it, as JSON. */
export type DocumentFormat = 'ocs' | 'glpi' | 'parcours';

/** The world the agent acts on. */
export interface AgentDeps {
  /** The machine to inventory. */
  readonly host: Host;
  readonly collect: (host: Host, options: CollectOptions) => Promise<Collection>;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Standard output. */
  readonly write: (text: string) => void;
  /** Where HTTP_PROXY and its like stand. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Default: `defaultLimits`. */
  readonly limits?: ClientLimits;
  /** Where a run goes, for who wants to know. */
  readonly meter?: Meter;
}

export interface AgentOutcome {
  readonly deviceId: string;
  /** One a server, in the order given. */
  readonly deliveries: readonly Delivery[];
  /** Undefined where nobody wanted an inventory. */
  readonly inventory?: Inventory;
  readonly collectors: Collection['collectors'];
  /** File that `--local` wrote. */
  readonly localFile?: string;
  readonly milliseconds: number;
}

/** What became of the inventory at one server. */
export type Delivery = { readonly address: string } & (
  | {
      readonly result: 'accepted';
      /** Pairs the server holds for this machine, where it told them. */
      readonly account?: Readonly<Record<string, string>>;
      readonly nextRunAt?: string;
    }
  /** The server answered STOP. */
  | { readonly result: 'declined'; readonly nextRunAt?: string }
  /** `--lazy`, and it is not time yet. */
  | { readonly result: 'waiting'; readonly nextRunAt: string }
  | {
      readonly result: 'failed';
      readonly error: Error;
      /** File that holds the inventory until the server takes it. */
      readonly keptAs?: string;
    }
);
