import type { Collection } from '../collect/run.ts';
import { sectionNames } from '../model/catalogue.ts';
import type { Log } from '../model/log.ts';
import type { OwnInventory } from './document.ts';
import type { AgentDeps, AgentOptions } from './options.ts';
import { timed } from './timed.ts';

export interface TakenInventory {
  /** Without administrative values: they differ by server. */
  readonly inventory: OwnInventory;
  readonly collectors: Collection['collectors'];
  readonly outcomes: Collection['outcomes'];
}

/** Reads the machine. */
export async function takeInventory(deviceId: string, options: AgentOptions, deps: AgentDeps): Promise<TakenInventory> {
  const { host, log, now, meter } = deps;
  const except = [...(options.collect?.except ?? []), ...(options.noSoftware ? (['softwares'] as const) : [])];
  meter?.begin('collect');
  const { sections, reports, collectors, outcomes } = await timed(deps, 'collect', () =>
    deps.collect(host, { ...options.collect, except, log }),
  );
  meter?.end('collect');
  logSections(log, sections);
  const agent = `parcours_v${options.version}`;
  const at = new Date(now()).toISOString();
  return {
    inventory: { deviceId, kind: 'computer', agent, at, sections, reports, account: {}, extras: [] },
    collectors,
    outcomes,
  };
}

function logSections(log: Log, sections: Collection['sections']): void {
  log.debug('rows', Object.fromEntries(sectionNames.map((name) => [name, sections[name]?.length])));
}
