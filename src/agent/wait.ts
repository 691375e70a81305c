import { ParcoursError } from '../model/errors.ts';
import type { Log } from '../model/log.ts';
import { HOUR, SECOND } from '../model/time.ts';
import type { AgentOptions } from './options.ts';
import { serverAddress } from './server-address.ts';
import { loadState } from './state.ts';

/**
 * Milliseconds that `--wait` means at most: so many seconds, or with `server` the shortest time between two visits that
 * the servers asked for. Fails with `usage`. OCS protocol section 6.5.
 */
export async function longestWait(
  text: string,
  { servers, stateFolder, stateName }: Pick<AgentOptions, 'servers' | 'stateFolder' | 'stateName'>,
  { log, now }: { readonly log: Log; readonly now: () => number },
): Promise<number> {
  if (/^\d{1,7}$/.test(text)) return Number(text) * SECOND;
  if (text !== 'server') throw new ParcoursError('usage', `--wait=${text}: write a number of seconds, or server`);
  const states = await Promise.all(
    servers.map((server) => loadState(stateFolder, stateName ?? serverAddress(server), now(), log)),
  );
  const known = states.flatMap(({ prologFreqHours }) =>
    prologFreqHours === undefined ? [] : [prologFreqHours * HOUR],
  );
  return known.length > 0 ? Math.min(...known) : HOUR;
}
