import type { Host } from '../../model/host.ts';

/** Whether a unit is active now: systemd keeps a link for each that is. Undefined where systemd does not run. */
export async function isUnitActive(host: Host, unit: string): Promise<boolean | undefined> {
  if (!(await host.stat('/run/systemd/units'))) return undefined;
  return (await host.link(`/run/systemd/units/invocation:${unit}`)) !== undefined;
}

/** Whether a timer is started with the machine. Undefined where systemd is not used. */
export async function isTimerEnabled(host: Host, timer: string): Promise<boolean | undefined> {
  const folder = '/etc/systemd/system/timers.target.wants';
  if (!(await host.stat(folder))) return undefined;
  return (await host.link(`${folder}/${timer}`)) !== undefined;
}
