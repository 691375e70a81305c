import { resolve } from 'node:path';
import type { AgentOptions, AgentOutcome, DocumentFormat } from '../agent/options.ts';
import { ParcoursError } from '../model/errors.ts';
import { present } from '../model/present.ts';
import type { Arguments, Context } from './command.ts';
import { ocsPlacesOf } from './places.ts';
import { credentialsOf, fileOf } from './secrets.ts';
import { sectionsOf } from './section-names.ts';

/** Runs the agent on this machine; `changes` are what differs from what was typed. */
export async function runHere(context: Context, changes: Partial<AgentOptions> = {}): Promise<AgentOutcome> {
  const [{ runAgent }, { collect }, { localHost }] = await Promise.all([
    import('../agent/run.ts'),
    import('../collect/run.ts'),
    import('../collect/local-host.ts'),
  ]);
  const { environment, log, now, stdout } = context;
  return runAgent(
    { ...(await agentOptions(context)), ...changes },
    { host: localHost(), collect, log, now, environment, write: (text) => void stdout.write(text) },
  );
}

export async function agentOptions(context: Context): Promise<AgentOptions> {
  const { args, places, typed, version } = context;
  const base = args.text('basevardir');
  const seconds = args.number('backend-collect-timeout');
  return {
    ...(await secretsOf(context)),
    version,
    argv: typed,
    documents: args.optional('debug') === '2',
    stateFolder: base === undefined ? places.agent : resolve(base),
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
