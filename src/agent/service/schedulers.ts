import { ParcoursError } from '../../model/errors.ts';
import type { Host } from '../../model/host.ts';
import { cronFiles } from './cron.ts';
import { LAUNCHD_PATH, launchdFiles } from './launchd.ts';
import type { Call, Plan, ServiceFile } from './plan.ts';
import { systemdFiles } from './systemd.ts';
import { closeFolder, taskFiles, taskPath } from './windows-task.ts';

export type SchedulerName = 'systemd' | 'cron' | 'launchd' | 'task';

/** What starts the agent, and the programs that have it take notice. */
export interface Scheduler {
  files(plan: Plan, folder: string): readonly ServiceFile[];
  /** Once the files are there. */
  readonly start: readonly Call[];
  /** Before the files go; what is not there any more need not be stopped. */
  readonly stop: readonly Call[];
  /** Once they are gone. */
  readonly forget: readonly Call[];
  /** Files it leaves by itself. */
  readonly traces: readonly string[];
}

const TIMER = 'parcours-agent.timer';
const TASK = 'parcours-agent';

export function schedulerOf(name: SchedulerName, folder: string): Scheduler {
  return schedulers(folder)[name];
}

function schedulers(folder: string): Readonly<Record<SchedulerName, Scheduler>> {
  return {
    systemd: {
      files: systemdFiles,
      start: [
        ['systemctl', 'daemon-reload'],
        ['systemctl', 'enable', '--now', TIMER],
      ],
      stop: [['systemctl', 'disable', '--now', TIMER]],
      forget: [['systemctl', 'daemon-reload']],
      traces: [`/var/lib/systemd/timers/stamp-${TIMER}`],
    },
    cron: { files: cronFiles, start: [], stop: [], forget: [], traces: [] },
    launchd: {
      files: launchdFiles,
      start: [['launchctl', 'bootstrap', 'system', LAUNCHD_PATH]],
      stop: [['launchctl', 'bootout', 'system/parcours.agent']],
      forget: [],
      traces: [],
    },
    task: {
      files: taskFiles,
      start: [...closeFolder(folder), ['schtasks', '/Create', '/TN', TASK, '/XML', taskPath(folder), '/F']],
      stop: [['schtasks', '/Delete', '/TN', TASK, '/F']],
      forget: [],
      traces: [],
    },
  };
}

/** What this machine has. Fails with `configuration` where that is nothing we know. */
export async function schedulerHere(host: Host): Promise<SchedulerName> {
  if (host.facts.platform === 'win32') return 'task';
  if (host.facts.platform === 'darwin') return 'launchd';
  // As sd_booted(3) tells.
  if (await host.stat('/run/systemd/system')) return 'systemd';
  if (await host.stat('/etc/cron.d')) return 'cron';
  throw new ParcoursError('configuration', 'neither systemd nor a cron that reads /etc/cron.d runs here');
}
