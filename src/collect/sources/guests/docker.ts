import type { Host } from '../../../model/host.ts';
import { present } from '../../../model/present.ts';
import { allowed, decode, readAllowed } from '../text.ts';
import { countCpus, type Guest, mebibytes } from './guest.ts';

/** Containers of Docker, running or not. */
export async function dockerGuests(host: Host): Promise<readonly Guest[]> {
  return (await containersAt(host, '/run/docker.sock', 'Docker')) ?? (await storedContainers(host));
}

const STORAGE = '/var/lib/docker/containers';

/** A container as Docker keeps it, `config.v2.json`. */
interface Stored {
  readonly Name?: string;
  readonly Config?: { readonly Image?: string };
}

/** While Docker does not run, none of its containers does. */
async function storedContainers(host: Host): Promise<readonly Guest[]> {
  const ids = (await allowed(host.list(STORAGE))) ?? [];
  const texts = await Promise.all(ids.map((id) => readAllowed(host, `${STORAGE}/${id}/config.v2.json`)));
  return texts.flatMap((text, at) => {
    const stored: Stored | undefined = text ? JSON.parse(text) : undefined;
    if (!stored) return [];
    const row = containerRow(present({ Id: ids[at], Names: [stored.Name ?? ''], Image: stored.Config?.Image }));
    return [{ ...row, status: 'off', ...KINDS.Docker }];
  });
}

const KINDS = {
  Docker: { subsystem: 'Docker', type: 'docker' },
  Podman: { subsystem: 'Podman', type: 'podman' },
} as const;

/** The part of the answers of Docker's Engine API (v1.24 on) that is used: `/containers/json`. */
interface Container {
  readonly Id?: string;
  readonly Names?: readonly string[];
  readonly Image?: string;
  readonly State?: string;
  readonly NetworkSettings?: { readonly Networks?: Readonly<Record<string, Network>> };
}

interface Network {
  readonly IPAddress?: string;
  readonly MacAddress?: string;
}

/** And `/containers/ID/json`: limits, 0 where there is none. */
interface Limits {
  readonly HostConfig?: { readonly Memory?: number; readonly NanoCpus?: number; readonly CpusetCpus?: string };
}

/** Podman gives the same answers. Undefined where nothing listens. */
export async function containersAt(
  host: Host,
  socket: string,
  kind: keyof typeof KINDS,
): Promise<readonly Guest[] | undefined> {
  const list = await ask<readonly Container[]>(host, socket, '/containers/json?all=1');
  if (!list) return undefined;
  return Promise.all(
    list.map(async (container) => {
      const limits = await ask<Limits>(host, socket, `/containers/${container.Id}/json`);
      return { ...containerRow(container), ...limitsOf(limits), ...KINDS[kind] };
    }),
  );
}

async function ask<T>(host: Host, socket: string, path: string): Promise<T | undefined> {
  const body = await host.get(socket, path);
  return body && (JSON.parse(decode(body)) as T);
}

/** A container made anew under its name is the same one to people, so the name is what it is known by. */
function containerRow({ Id, Names, Image, State, NetworkSettings }: Container): Guest {
  const networks = Object.values(NetworkSettings?.Networks ?? {});
  const network = networks.find(({ IPAddress }) => IPAddress) ?? networks[0];
  return present({
    name: Names?.[0]?.replace(/^\//, '') || Id?.slice(0, 12),
    vmId: Id?.slice(0, 12),
    image: Image,
    status: STATES[State?.toLowerCase() ?? ''] ?? State,
    ipAddress: network?.IPAddress,
    mac: network?.MacAddress,
  });
}

const STATES: Readonly<Record<string, string>> = {
  running: 'running',
  restarting: 'running',
  paused: 'paused',
  created: 'off',
  configured: 'off',
  exited: 'off',
  stopped: 'off',
  removing: 'shutdown',
  dead: 'crashed',
};

function limitsOf(limits: Limits | undefined): Guest {
  const { Memory, NanoCpus, CpusetCpus } = limits?.HostConfig ?? {};
  const quota = NanoCpus ? Math.max(1, Math.round(NanoCpus / 1e9)) : undefined;
  return present({ memory: mebibytes(String(Memory ?? '')), vcpu: quota ?? countCpus(CpusetCpus) });
}
