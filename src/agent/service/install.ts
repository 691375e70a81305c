import { dirname } from 'node:path';
import { ParcoursError } from '../../model/errors.ts';
import type { Host, RunLimits } from '../../model/host.ts';
import { SECOND } from '../../model/time.ts';
import { exists, makeFolder, removeFile, removeIfEmpty, removeTree, under, writeService } from './files.ts';
import { type Installation, loadInstallation, recordPath, type Site } from './installation.ts';
import type { Call, Plan, ServiceFile } from './plan.ts';
import { type SchedulerName, schedulerOf } from './schedulers.ts';

export interface Order {
  readonly plan: Plan;
  readonly scheduler: SchedulerName;
  /** Files that the service needs beside those of its scheduler, such as the password. */
  readonly files: readonly ServiceFile[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Installs the service, in place of the one before it. Fails with `permission` where this user may not, as
 * `writeError` where a file cannot be written, and with `configuration` where the scheduler takes no notice.
 */
export async function installService(order: Order, site: Site, host: Host): Promise<Installation> {
  refuseWithoutRoot('install', site, host);
  const before = await loadInstallation(site).catch(unlessDamaged);
  const { plan, now } = order;
  const scheduler = schedulerOf(order.scheduler, site.folder);
  const files = [...scheduler.files(plan, site.folder), ...order.files];
  const ownsState = before?.stateFolder === plan.stateFolder ? before.ownsState : !(await exists(plan.stateFolder));
  const folders = [...(before?.folders ?? [])];
  for (const file of files) folders.push(...(await writeService({ ...file, path: under(site.into, file.path) })));
  for (const folder of [plan.stateFolder, ...plan.writable]) {
    if (isHere(folder, site)) folders.push(...(await makeFolder(folder, 0o700)));
  }
  const gone = (before?.files ?? []).filter((path) => !files.some((file) => file.path === path));
  if (before && before.scheduler !== order.scheduler) await stopService(before, site, host);
  for (const path of gone) await removeFile(under(site.into, path));
  const installation: Installation = {
    scheduler: order.scheduler,
    schedule: plan.schedule,
    command: plan.command,
    installedAt: new Date(now).toISOString(),
    stateFolder: plan.stateFolder,
    ownsState,
    files: files.map(({ path }) => path),
    folders,
  };
  await writeRecord(installation, site);
  if (site.into === undefined) for (const call of scheduler.start) await mustRun(call, host);
  return installation;
}

/** What was taken away, and what was left since it was there before the service. */
export interface Removal {
  readonly installation: Installation;
  readonly stateKept: boolean;
}

/** Takes away all that came with the service. Undefined where none is installed. Fails as `installService`. */
export async function uninstallService(site: Site, host: Host, keepData: boolean): Promise<Removal | undefined> {
  refuseWithoutRoot('uninstall', site, host);
  const installation = await loadInstallation(site);
  if (!installation) return undefined;
  const { files, folders, stateFolder, ownsState } = installation;
  await stopService(installation, site, host);
  const scheduler = schedulerOf(installation.scheduler, site.folder);
  for (const path of [...files, ...scheduler.traces]) await removeFile(under(site.into, path));
  if (site.into === undefined) for (const call of scheduler.forget) await host.run(call[0], call.slice(1), LIMITS);
  const stateKept = keepData || !ownsState || !isHere(stateFolder, site);
  if (!stateKept) await removeTree(stateFolder);
  await removeFile(under(site.into, recordPath(site)));
  for (const folder of folders.toReversed()) await removeIfEmpty(folder);
  return { installation, stateKept: stateKept && (await exists(stateFolder)) };
}

/** What is not there any more need not be stopped, so nothing is made of its answer. */
async function stopService({ scheduler }: Installation, { folder, into }: Site, host: Host): Promise<void> {
  if (into !== undefined) return;
  for (const call of schedulerOf(scheduler, folder).stop) await host.run(call[0], call.slice(1), LIMITS);
}

const LIMITS: RunLimits = { milliseconds: 30 * SECOND, bytes: 64 * 1024 };

async function mustRun([program, ...args]: Call, host: Host): Promise<void> {
  const result = await host.run(program, args, LIMITS);
  if (result?.exitCode === 0) return;
  const hint = host.facts.platform === 'win32' ? '; run this as administrator' : '';
  const why = result ? `ended with ${result.exitCode}` : 'is not there';
  throw new ParcoursError(
    'configuration',
    `the files are written, but ${[program, ...args].join(' ')} ${why}: the service is not started${hint}`,
  );
}

async function writeRecord(installation: Installation, site: Site): Promise<void> {
  const path = under(site.into, recordPath(site));
  const folders = [...installation.folders, ...(await makeFolder(dirname(path), 0o755))];
  await writeService({ path, text: `${JSON.stringify({ ...installation, folders }, undefined, 2)}\n`, mode: 0o644 });
}

/** A scratch root says nothing about what lies outside of it. */
function isHere(folder: string, { into }: Site): boolean {
  return into === undefined || folder.startsWith(`${into}/`);
}

function refuseWithoutRoot(action: string, { into }: Site, { facts }: Host): void {
  if (into !== undefined || facts.userId === undefined || facts.userId === 0) return;
  throw new ParcoursError(
    'permission',
    `service ${action} is for root: run it with sudo, or give --into=DIR to write below a folder of yours`,
  );
}

function unlessDamaged(error: unknown): undefined {
  if (error instanceof ParcoursError && error.code === 'bad-input') return undefined;
  throw error;
}
