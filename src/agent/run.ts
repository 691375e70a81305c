import { problem } from '../i18n/problem.ts';
import { explain, ParcoursError } from '../model/errors.ts';
import { adoptDeviceId } from './adopt.ts';
import { converse } from './conversation.ts';
import { deviceIdForNow, deviceIdSource, loadDeviceId } from './device-id.ts';
import type { AgentDeps, AgentOptions, AgentOutcome, Delivery } from './options.ts';
import { redactArgv } from './redact.ts';
import { watchRequests } from './request-phases.ts';
import { serverAddress } from './server-address.ts';
import { openSession, type Session } from './session.ts';

/**
 * Inventories the machine once and brings the document where the options say. One server that fails does not keep the
 * others from it. Fails with `configuration` where there is nowhere to bring it, and with the error of the first server
 * where every server failed.
 */
export async function runAgent(options: AgentOptions, deps: AgentDeps): Promise<AgentOutcome> {
  const { log, now } = deps;
  const start = now();
  log.info('parcours', { version: options.version, node: process.version, platform: deps.host.facts.platform });
  log.debug('command line', { argv: redactArgv(options.argv).join(' ') });
  try {
    const outcome = await run(options, deps);
    log.info('done', { milliseconds: now() - start });
    return { ...outcome, milliseconds: now() - start };
  } catch (error) {
    const code = error instanceof ParcoursError ? error.code : 'unexpected';
    log.info('failed', { code, message: explain(error), milliseconds: now() - start });
    throw error;
  }
}

async function run(options: AgentOptions, deps: AgentDeps): Promise<Omit<AgentOutcome, 'milliseconds'>> {
  const addresses = targetsOf(options);
  const now = deps.now();
  const source = deviceIdSource(deps);
  if (options.adoptFrom) await adoptDeviceId({ ...options, ocsFolders: options.adoptFrom }, now, deps.log);
  const idFor = addresses.length === 0 ? deviceIdForNow : loadDeviceId;
  const deviceId = await idFor(options.stateFolder, source, deps.log);
  const sessions: Session[] = [];
  const stopWatching = deps.meter && watchRequests(deps.meter);
  try {
    for (const address of addresses) sessions.push(await openSession(address, options, deps));
    const outcome = await converse(sessions, deviceId, options, deps);
    throwIfAllFailed(outcome.deliveries);
    return { deviceId, ...outcome };
  } finally {
    stopWatching?.();
    await Promise.all(sessions.map(({ client }) => client.close()));
  }
}

/** The addresses, each once. */
function targetsOf({ servers, local, stdout }: AgentOptions): readonly string[] {
  if (servers.length === 0 && local === undefined && stdout === undefined) {
    throw problem('configuration', 'noServer');
  }
  return [...new Set(servers.map(serverAddress))];
}

function throwIfAllFailed(deliveries: readonly Delivery[]): void {
  const errors = deliveries.flatMap((delivery) => (delivery.result === 'failed' ? [delivery.error] : []));
  if (errors.length > 0 && errors.length === deliveries.length) throw errors[0];
}
