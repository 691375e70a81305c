import { resolve } from 'node:path';
import type { Site } from '../../agent/service/installation.ts';
import type { SchedulerName } from '../../agent/service/schedulers.ts';
import { problem } from '../../i18n/problem.ts';
import { ParcoursError } from '../../model/errors.ts';
import type { Host } from '../../model/host.ts';
import { safeText } from '../../model/safe-text.ts';
import { agentOptions, stateFolderOf } from '../agent-run.ts';
import type { Command, Context } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { settingNames } from '../options.ts';
import { printJson } from '../output.ts';
import { machineFolder } from '../places.ts';
import { serviceCommand } from '../service-command.ts';
import { statusAnswer, statusLines } from '../service-text.ts';
import { configure } from '../settings.ts';

export const command: Command = {
  positionals: '<action>',
  options: [
    'every',
    'scheduler',
    'into',
    'keep-data',
    ...settingNames.filter((name) => name !== 'debug' && name !== 'logfile'),
  ],
  examples: [
    'sudo parcours service install --server=HOST',
    'sudo parcours service install --server=HOST --every=6h --user=agents --password-file=/etc/parcours/secret',
    'parcours service status',
    'sudo parcours service uninstall',
    'parcours service install --server=HOST --scheduler=cron --into=/tmp/package',
  ],
  async run(context) {
    const action = context.args.text('action') ?? '';
    const run = Object.hasOwn(actions, action) ? actions[action] : undefined;
    if (!run) throw new ParcoursError('usage', 'write service install, service status or service uninstall');
    const { localHost } = await import('../../collect/local-host.ts');
    return run(context, siteOf(context), localHost());
  },
};

const actions: Readonly<Record<string, (context: Context, site: Site, host: Host) => Promise<ExitCode>>> = {
  install,
  status,
  uninstall,
};

async function install(context: Context, site: Site, host: Host): Promise<ExitCode> {
  const [{ installService }, { parseEvery }, { schedulerHere }] = await Promise.all([
    import('../../agent/service/install.ts'),
    import('../../agent/service/schedule.ts'),
    import('../../agent/service/schedulers.ts'),
  ]);
  const { args, messages, note, now } = context;
  await refuseIdle(context);
  const { words, writable, files } = await serviceCommand(args, programOf(context), site.folder);
  const every = parseEvery(args.text('every') ?? '24h');
  const schedule = { every, at: Math.floor(Math.random() * every) };
  const named = args.text('scheduler') as SchedulerName | undefined;
  const usual = site.into === undefined ? () => schedulerHere(host) : async () => usualOf(host);
  const scheduler = named ?? (await usual());
  const plan = { command: words, schedule, stateFolder: stateFolderOf(context), writable };
  const installation = await installService({ plan, scheduler, files, now: now() }, site, host);
  if (printJson(context, installation)) return exitCodes.done;
  for (const path of installation.files) note(messages.cli.written(safeText(`${site.into ?? ''}${path}`)));
  note(site.into === undefined ? messages.service.installed : messages.service.onlyWritten);
  return exitCodes.done;
}

async function status(context: Context, site: Site, host: Host): Promise<ExitCode> {
  const { serviceStatus } = await import('../../agent/service/status.ts');
  const known = await serviceStatus(site, stateFolderOf(context), host);
  if (!printJson(context, statusAnswer(known))) for (const line of statusLines(context, known)) context.print(line);
  return exitCodes.done;
}

async function uninstall(context: Context, site: Site, host: Host): Promise<ExitCode> {
  const { uninstallService } = await import('../../agent/service/install.ts');
  const { args, messages, note } = context;
  const removal = await uninstallService(site, host, args.flag('keep-data'));
  const { installation, stateKept = false } = removal ?? {};
  if (printJson(context, { removed: installation?.files ?? [], stateKept })) return exitCodes.done;
  note(installation ? messages.service.uninstalled : messages.service.notInstalled);
  if (installation && stateKept) note(messages.service.stateKept(safeText(installation.stateFolder)));
  return exitCodes.done;
}

/** The settings must be such as a run can go by, with those of the configuration. */
async function refuseIdle(context: Context): Promise<void> {
  const { args } = await configure(context.args, {}, context.places.configuration);
  const { servers, local } = await agentOptions({ ...context, args });
  const { serverAddress } = await import('../../agent/server-address.ts');
  servers.forEach(serverAddress);
  if (servers.length > 0 || local !== undefined) return;
  throw problem('configuration', 'noServerAlways');
}

function siteOf({ args, environment }: Context): Site {
  const into = args.text('into');
  // The service is the machine's, whoever asks for it.
  const folder = machineFolder(environment, process.platform);
  return { folder, ...(into === undefined ? {} : { into: resolve(into) }) };
}

function programOf({ messages, note }: Context): readonly string[] {
  const program = process.argv[1];
  if (program === undefined) throw new ParcoursError('configuration', messages.service.noProgram);
  if (/^\/(?:home|root)\//.test(program)) note(messages.service.programAtHome(safeText(program)));
  return [process.execPath, resolve(program)];
}

function usualOf({ facts }: Host): SchedulerName {
  if (facts.platform === 'win32') return 'task';
  return facts.platform === 'darwin' ? 'launchd' : 'systemd';
}
