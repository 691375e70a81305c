import type { Host } from '../../../model/host.ts';
import { present } from '../../../model/present.ts';
import { decode } from '../text.ts';
import { countCpus, type Guest, mebibytes } from './guest.ts';

const SOCKETS = [
  ['/var/snap/lxd/common/lxd/unix.socket', 'LXD'],
  ['/var/lib/lxd/unix.socket', 'LXD'],
  ['/var/lib/incus/unix.socket', 'Incus'],
] as const;

/** Containers and virtual machines of LXD and of Incus, which speak the same API. */
export async function lxdGuests(host: Host): Promise<readonly Guest[]> {
  const answers = await Promise.all(
    SOCKETS.map(async ([socket, subsystem]) => {
      const body = await host.get(socket, '/1.0/instances?recursion=1&all-projects=true');
      return body ? parseInstances(decode(body), subsystem) : [];
    }),
  );
  return answers.flat();
}

/** The part of an instance that is used: REST API, `GET /1.0/instances`. */
interface Instance {
  readonly name?: string;
  readonly status?: string;
  readonly type?: string;
  readonly expanded_config?: Readonly<Record<string, string>>;
}

export function parseInstances(body: string, subsystem: 'LXD' | 'Incus'): readonly Guest[] {
  const { metadata }: { metadata?: readonly Instance[] } = JSON.parse(body);
  return (metadata ?? []).map((instance) => instanceRow(instance, subsystem));
}

function instanceRow({ name, status, type, expanded_config: config = {} }: Instance, subsystem: string): Guest {
  const cpus = config['limits.cpu'];
  const [, mac] = Object.entries(config).find(([key]) => /^volatile\..*\.hwaddr$/.test(key)) ?? [];
  return present({
    name,
    uuid: config['volatile.uuid'],
    status: STATES[status?.toLowerCase() ?? ''],
    subsystem,
    type: type === 'virtual-machine' ? 'qemu' : 'lxc',
    memory: mebibytes(config['limits.memory'], 1000),
    vcpu: /[-,]/.test(cpus ?? '') ? countCpus(cpus) : Number(cpus) || undefined,
    image: config['image.description'],
    mac,
  });
}

const STATES: Readonly<Record<string, string>> = {
  running: 'running',
  frozen: 'paused',
  stopped: 'off',
  stopping: 'shutdown',
  error: 'crashed',
};
