/** Debug logs of agents: what happened in the last run, and if it failed, why. */

export type AgentName = 'parcours' | 'ocs-unix' | 'ocs-windows' | 'fusioninventory' | 'glpi';

/** What a line of a log tells. */
export type LogEvent =
  | 'started'
  | 'asked'
  | 'answered'
  | 'wanted'
  | 'notWanted'
  | 'notDue'
  | 'collected'
  | 'sent'
  | 'accepted'
  | 'localMode'
  | 'written'
  | 'kept'
  | 'ended';

/** What one agent writes. Groups of a pattern name facts: `version`, `server`, `proxy`. */
export interface Dialect {
  readonly agent: AgentName;
  /** The line that begins a run, or comes once in it. */
  readonly run: RegExp;
  /** The first line of a run, where `run` is not. */
  readonly head?: RegExp;
  readonly events: readonly (readonly [event: LogEvent, pattern: RegExp])[];
  readonly facts: readonly RegExp[];
  /** A line that says that the run failed; what it says why stands in its first group. */
  readonly failure: RegExp;
}

const perl = {
  failure: /^(?:\[[^\]]*\])?\[error\] ((?!\[(?:snmpscan|download|snmp|ipdiscover)\]).*)/,
  wanted: /^\s*(?:\[[^\]]*\])?(?:<REPLY>)?\s*<RESPONSE>SEND<\/RESPONSE>/,
};

const fusion = {
  failure: perl.failure,
  facts: [
    /^\[info\] target \w+: server (?<server>\S+)/,
    /^\[debug\] (?:FusionInventory|GLPI) Agent \((?<version>[^)]+)\)/,
  ],
  events: [
    ['started', /^\[debug\] (?:FusionInventory|GLPI) Agent \(/],
    ['asked', /^\[info\] sending (?:prolog|contact) request/],
    ['wanted', perl.wanted],
    ['wanted', /^\[info\] running task Inventory/],
    ['notWanted', /^\[debug\] Inventory task execution not requested/],
    ['notWanted', /^\[info\] (?:Inventory task not|No planned task)/],
    ['collected', /^\[info\] New inventory from/],
    ['sent', /"action": "inventory"|<QUERY>INVENTORY<\/QUERY>/],
    ['accepted', /^\{"status":"ok"(?=.*"expiration")(?!.*"tasks")/],
  ],
} as const;

export const dialects: readonly Dialect[] = [
  {
    agent: 'parcours',
    run: /^\S+Z info parcours version=/,
    facts: [
      /info parcours version=(?<version>\S+)/,
      /debug server server=(?<server>\S+)/,
      /info (?:prolog|accepted|not yet time|server failed) server=(?<server>\S+)/,
    ],
    events: [
      ['started', /info parcours version=/],
      ['asked', /debug send .*query=PROLOG/],
      ['wanted', /info prolog .*response=SEND/],
      ['notWanted', /info prolog .*response=(?!SEND)/],
      ['notDue', /info not yet time/],
      ['collected', /debug collector .*outcome=reported/],
      ['sent', /debug send .*query=INVENTORY/],
      ['accepted', /info accepted /],
      ['written', /info written file=/],
      ['kept', /info inventory kept/],
      ['ended', /info done /],
    ],
    failure: /^\S+Z info failed (?:.*?)message="((?:[^"\\]|\\.)*)"/,
  },
  {
    agent: 'ocs-unix',
    run: /\[debug\] OCS Agent initialised/,
    head: /\[debug\] Ocsinventory unified agent for UNIX/,
    facts: [
      /Ocsinventory unified agent for \D+(?<version>[\d.]+)$/,
      /Accountinfo file: .*\/(?<folder>https?:__[^/]+|[^/]+)\/ocsinv\.adm/,
    ],
    events: [
      ['started', /\[debug\] Ocsinventory unified agent for UNIX/],
      ['asked', /^\s*<QUERY>PROLOG<\/QUERY>/],
      ['wanted', perl.wanted],
      ['notWanted', /\[info\] Don't send the inventory/],
      ['notDue', /\[Lazy\] Must wait until/],
      ['collected', /\[debug\] Ocsinventory::Agent::Backend::\S+ (?:already )?loaded|\[debug\] Running /],
      ['sent', /^\s*<QUERY>INVENTORY<\/QUERY>/],
      ['accepted', /<RESPONSE>(?:NO_)?ACCOUNT_UPDATE<\/RESPONSE>/],
      ['written', /\[info\] Inventory saved in/],
      ['localMode', /\[debug\] --server ignored since you also use --local/],
      ['ended', /\[debug\] Calling handlers : `end_handler'/],
    ],
    failure: perl.failure,
  },
  {
    agent: 'ocs-windows',
    run: /^Starting OCS Inventory NG Agent/,
    facts: [
      /AGENT => Running OCS Inventory NG Agent Version (?<version>\S+)/,
      /Sending HTTP \w+ request to URL <(?<server>[^>]*)>/,
      /Using cURL .* type proxy <(?<proxy>[^>]*)>/,
    ],
    events: [
      ['started', /^Starting OCS Inventory NG Agent/],
      ['localMode', /AGENT => Local mode acti/],
      ['asked', /^AGENT => Sending Prolog/],
      ['answered', /^AGENT => Prolog successfully sent/],
      ['wanted', /^AGENT => Inventory (?:required|forced|change forced)/],
      ['collected', /^AGENT => Launching hardware and software checks/],
      ['sent', /^AGENT => Sending Inventory/],
      ['accepted', /^AGENT => Inventory successfully sent/],
      ['ended', /^AGENT => Execution duration/],
    ],
    failure: /^ERROR \*\*\* ((?:AGENT|COM SERVER|COM PROVIDER) => .*)/,
  },
  { agent: 'fusioninventory', run: /^\[debug\] FusionInventory Agent \(/, ...fusion },
  { agent: 'glpi', run: /^\[debug\] GLPI Agent \(/, ...fusion },
];
