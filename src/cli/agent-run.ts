import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { Meter } from '../agent/meter.ts';
import type { AgentDeps, AgentOptions, AgentOutcome, DocumentFormat } from '../agent/options.ts';
import type { Preview } from '../agent/preview.ts';
import { ParcoursError } from '../model/errors.ts';
import type { Host } from '../model/host.ts';
import { present } from '../model/present.ts';
import { onHost } from './agent-host.ts';
import type { Arguments, Context } from './command.ts';
import { ocsPlacesOf } from './places.ts';
import { credentialsOf, fileOf } from './secrets.ts';
import { sectionsOf } from './section-names.ts';

/** Runs the agent on the machine that is meant; `changes` are what differs from what was typed. */
export async function runHere(
  context: Context,
  changes: Partial<AgentOptions> = {},
  { meter, stop }: { readonly meter?: Meter; readonly stop?: AbortSignal } = {},
): Promise<AgentOutcome> {
  const [{ runAgent }, reading] = await Promise.all([import('../agent/run.ts'), import('../collect/run.ts')]);
  const { environment, log, now, stdout } = context;
  const options = { ...(await agentOptions(context)), ...changes };
  return onHost(context, async (host) => {
    if (host.facts.offline) await recogniseMachine(host, options);
    const write = (text: string) => void stdout.write(text);
    const collect = stop ? stoppable(reading.collect, stop) : reading.collect;
    return runAgent(options, { host, collect, log, now, environment, write, ...present({ meter }) });
  });
}

/** The same, given up as soon as it is stopped: nothing is sent of a machine that was not read to its end. */
function stoppable(collect: AgentDeps['collect'], stop: AbortSignal): AgentDeps['collect'] {
  return async (host, options) => {
    const stopped = new Promise<never>((_, reject) => {
      const giveUp = () => reject(new ParcoursError('time-budget', 'stopped before the machine was read'));
      if (stop.aborted) giveUp();
      else stop.addEventListener('abort', giveUp, { once: true });
    });
    return Promise.race([collect(host, options), stopped]);
  };
}

/** What a run would send, without sending it. */
export async function previewHere(context: Context): Promise<Preview> {
  const [{ previewRun }, { collect }] = await Promise.all([import('../agent/preview.ts'), import('../collect/run.ts')]);
  const { environment, log, now } = context;
  const typed = await agentOptions(context);
  const options = { ...typed, collect: { ...typed.collect, trace: true } };
  return onHost(context, (host) => previewRun(options, { host, collect, log, now, environment, write: () => {} }));
}

/** A disk on which the agent ran as root holds the device id of its machine. */
async function recogniseMachine(host: Host, { stateFolder }: AgentOptions): Promise<void> {
  const { recogniseDeviceId } = await import('../agent/device-id.ts');
  const found = await host.read('/var/lib/parcours/agent/device-id');
  if (found) await recogniseDeviceId(stateFolder, Buffer.from(found).toString('utf8').trim());
}

/** Reads the machine for `--record` alone: nothing is sent, and nothing is kept of it but the capture. */
export async function recordHere(context: Context): Promise<void> {
  const [{ takeInventory }, { collect }] = await Promise.all([
    import('../agent/inventory.ts'),
    import('../collect/run.ts'),
  ]);
  const { environment, log, now } = context;
  const options = await agentOptions(context);
  await onHost(context, (host) =>
    takeInventory('', options, { host, collect, log, now, environment, write: () => {} }),
  );
}

export async function agentOptions(context: Context): Promise<AgentOptions> {
  const { args, typed, version } = context;
  const seconds = args.number('backend-collect-timeout');
  return {
    ...(await secretsOf(context)),
    version,
    argv: typed,
    documents: args.optional('debug') === '2',
    stateFolder: stateFolderOf(context),
    servers: args.texts('server'),
    noProxy: args.flag('np'),
    force: args.count('force'),
    lazy: args.flag('lazy'),
    noSoftware: args.flag('nosoftware'),
    ...present({
      proxy: args.text('proxy'),
      tag: args.text('tag'),
      adoptFrom: args.flag('adopt') ? ocsPlacesOf(context.environment).state : undefined,
      local: localFolder(args),
      stdout: documentFormat(args),
    }),
    collect: present({
      only: sectionsOf(args, 'only'),
      except: sectionsOf(args, 'except'),
      collectorMilliseconds: seconds === undefined ? undefined : seconds * 1000,
      source: args.text('collector') as 'own' | 'si' | undefined,
    }),
  };
}

/** Another machine has a device id and servers of its own. */
export function stateFolderOf({ args, places }: Context): string {
  const [base, root] = [args.text('basevardir'), args.text('root')];
  const own = base === undefined ? places.agent : resolve(base);
  if (root === undefined) return own;
  return join(own, 'roots', createHash('sha256').update(resolve(root)).digest('hex').slice(0, 16));
}

async function secretsOf(context: Context): Promise<Pick<AgentOptions, 'credentials' | 'tls'>> {
  const { args } = context;
  const credentials = await credentialsOf(context);
  const [ca, cert, key] = await Promise.all([fileOf(args, 'ca'), fileOf(args, 'cert'), fileOf(args, 'key')]);
  const realm = present({ realm: args.text('realm') });
  return {
    tls: { verify: args.text('ssl') !== '0', pins: args.texts('pin'), ...present({ ca, cert, key }) },
    ...(credentials ? { credentials: { ...credentials, ...realm } } : {}),
  };
}

function localFolder(args: Arguments): string | undefined {
  const folder = args.optional('local');
  return folder === undefined ? undefined : resolve(folder);
}

function documentFormat(args: Arguments): DocumentFormat | undefined {
  const format = args.text('format') ?? 'ocs';
  if (format !== 'ocs' && format !== 'glpi' && format !== 'parcours') {
    throw new ParcoursError('usage', `--format ${format}: the agent writes ocs, glpi or parcours`);
  }
  if (args.text('format') !== undefined && !args.flag('stdout')) {
    throw new ParcoursError('usage', '--format goes with --stdout');
  }
  return args.flag('stdout') ? format : undefined;
}
