import { ParcoursError } from '../../model/errors.ts';
import type { Host, RunLimits } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import { SECOND } from '../../model/time.ts';
import { type LastRun, loadLastRun } from '../last-run.ts';
import { exists, under } from './files.ts';
import { type Installation, loadInstallation, type Site } from './installation.ts';
import { nextTime } from './schedule.ts';

/** What is known of the service. */
export interface ServiceStatus {
  /** Undefined where none is installed. */
  readonly installation?: Installation;
  /** Files of it that are gone. */
  readonly missing: readonly string[];
  /** Whether its scheduler will start it; undefined where that cannot be known. */
  readonly enabled?: boolean;
  /** Of the agent on this machine, by the service or by hand. */
  readonly lastRun?: LastRun;
  /** Only root may know of the last run. */
  readonly lastRunHidden?: true;
  /** ISO 8601 in UTC. */
  readonly nextRunAt?: string;
  /** Who says so: the scheduler, or only the schedule. */
  readonly nextRunFrom?: 'scheduler' | 'schedule';
}

/** `stateFolder` is where to look for the last run where no service is installed. */
export async function serviceStatus(site: Site, stateFolder: string, host: Host): Promise<ServiceStatus> {
  const installation = await loadInstallation(site);
  const last = await lastRunIn(installation?.stateFolder ?? stateFolder);
  if (!installation) return { missing: [], ...last };
  const missing = [];
  for (const path of installation.files) if (!(await exists(under(site.into, path)))) missing.push(path);
  const started = site.into === undefined && missing.length === 0 ? await ask(installation, host) : { enabled: false };
  return { installation, missing, ...last, ...started };
}

async function lastRunIn(folder: string): Promise<Pick<ServiceStatus, 'lastRun' | 'lastRunHidden'>> {
  try {
    return present({ lastRun: await loadLastRun(folder) });
  } catch (error) {
    if (error instanceof ParcoursError && error.code === 'permission') return { lastRunHidden: true };
    throw error;
  }
}

type Started = Pick<ServiceStatus, 'enabled' | 'nextRunAt' | 'nextRunFrom'>;

async function ask(installation: Installation, host: Host): Promise<Started> {
  if (installation.scheduler === 'systemd') return askSystemd(host);
  const enabled = await isKnown(installation, host);
  if (enabled === false) return { enabled };
  const { facts } = host;
  const next = nextTime(installation.schedule, facts.now(), facts.timezoneOffset());
  return { ...present({ enabled }), nextRunAt: new Date(next).toISOString(), nextRunFrom: 'schedule' };
}

/** systemctl tells times as texts in the zone of its environment. */
async function askSystemd(host: Host): Promise<Started> {
  const properties = '--property=UnitFileState,ActiveState,NextElapseUSecRealtime';
  const result = await host.run('env', ['TZ=UTC', 'systemctl', 'show', 'parcours-agent.timer', properties], LIMITS);
  if (result?.exitCode !== 0) return {};
  return parseTimer(Buffer.from(result.output).toString('utf8'));
}

/** What `systemctl show` tells of a timer, in UTC. */
export function parseTimer(text: string): Started {
  const values = new Map(text.split('\n').map((line) => [line.split('=')[0] ?? '', line.replace(/^[^=]*=/, '')]));
  const [, day, clock] =
    /(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) UTC/.exec(values.get('NextElapseUSecRealtime') ?? '') ?? [];
  const enabled = values.get('UnitFileState') === 'enabled' && values.get('ActiveState') === 'active';
  if (!enabled || day === undefined) return { enabled };
  return { enabled, nextRunAt: `${day}T${clock}.000Z`, nextRunFrom: 'scheduler' };
}

/** Whether the scheduler has the service; undefined where it does not tell. */
async function isKnown({ scheduler }: Installation, host: Host): Promise<boolean | undefined> {
  if (scheduler === 'cron') return (await host.stat('/run/crond.pid')) ? true : undefined;
  const [program, ...args] =
    scheduler === 'launchd'
      ? ['launchctl', 'print', 'system/parcours.agent']
      : ['schtasks', '/Query', '/TN', 'parcours-agent'];
  const result = await host.run(program ?? '', args, LIMITS);
  return result ? result.exitCode === 0 : undefined;
}

const LIMITS: RunLimits = { milliseconds: 10 * SECOND, bytes: 64 * 1024 };
