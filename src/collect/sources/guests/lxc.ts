import type { Host } from '../../../model/host.ts';
import { present } from '../../../model/present.ts';
import { attribute, exists, readAllowed } from '../text.ts';
import { countCpus, type Guest, mebibytes } from './guest.ts';

const FOLDER = '/var/lib/lxc';

/** Containers of LXC itself, lxc.container.conf(5). */
export async function lxcGuests(host: Host): Promise<readonly Guest[]> {
  const names = (await host.list(FOLDER)) ?? [];
  const guests = await Promise.all(
    [...names].sort().map(async (name) => {
      const text = await readAllowed(host, `${FOLDER}/${name}/config`);
      // Proxmox VE runs its containers through LXC, and tells them itself.
      const isOthers = await exists(host, `/etc/pve/lxc/${name}.conf`);
      return text === undefined || isOthers
        ? undefined
        : { ...parseLxcConfig(name, text), status: await stateOf(host, name) };
    }),
  );
  return guests.filter((guest) => guest !== undefined);
}

export function parseLxcConfig(name: string, text: string): Guest {
  const values = new Map(
    [...text.matchAll(/^\s*(lxc\.[\w.]+)\s*=\s*(.*?)\s*$/gm)].map(([, key = '', value = '']) => [key, value]),
  );
  const value = (...keys: readonly string[]) => keys.map((key) => values.get(key)).find((found) => found !== undefined);
  return present({
    name,
    subsystem: 'LXC',
    type: 'lxc',
    memory: mebibytes(value('lxc.cgroup2.memory.max', 'lxc.cgroup.memory.limit_in_bytes')),
    vcpu: countCpus(value('lxc.cgroup2.cpuset.cpus', 'lxc.cgroup.cpuset.cpus')),
    mac: value('lxc.net.0.hwaddr', 'lxc.network.hwaddr'),
    ipAddress: value('lxc.net.0.ipv4.address', 'lxc.network.ipv4')?.replace(/\/.*/, ''),
    operatingSystem: /\/(\w+)\.common\.conf/.exec(value('lxc.include') ?? '')?.[1],
  });
}

/** A running container has a control group of its name: version 2, then version 1. */
async function stateOf(host: Host, name: string): Promise<string> {
  const group = `/sys/fs/cgroup/lxc.payload.${name}`;
  if ((await attribute(host, `${group}/cgroup.freeze`)) === '1') return 'paused';
  const runs = (await exists(host, group)) || (await exists(host, `/sys/fs/cgroup/memory/lxc/${name}`));
  return runs ? 'running' : 'off';
}
