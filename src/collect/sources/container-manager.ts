import type { Host } from '../../model/host.ts';
import { parseMountinfo } from './mountinfo.ts';
import { attribute, exists, readAllowed } from './text.ts';

const CONTAINERS: readonly (readonly [RegExp, string])[] = [
  [/docker/, 'Docker'],
  [/podman|libpod|containers\/storage/, 'Podman'],
  [/kube/, 'Kubernetes'],
  [/nerdctl|containerd/, 'containerd'],
  [/lxc/, 'LXC'],
  [/systemd-nspawn/, 'systemd-nspawn'],
  [/openvz/, 'OpenVZ'],
  [/^wsl/, 'WSL'],
];

/**
 * Which manager made the container in which the machine's first process runs; undefined where there is none.
 * What the manager wrote for its first process; else its control group; else the files it mounts.
 * A file such as /.dockerenv proves nothing: it stays in an image that became a disk.
 */
export async function containerManager(host: Host): Promise<string | undefined> {
  const [, named] = /(?:^|\0)container=([^\0]+)/.exec((await readAllowed(host, '/proc/1/environ')) ?? '') ?? [];
  const declared = named ?? (await attribute(host, '/run/systemd/container'));
  const groups = (await readAllowed(host, '/proc/1/cgroup')) ?? '';
  const evidence = [declared ?? '', groups, await mountedNetworkFiles(host)];
  const found = evidence.map((text) => nameIn(CONTAINERS, text)).find((name) => name !== undefined);
  // A word that is not in the table, such as `oci`, still says that this is a container.
  return found ?? declared ?? (await openVz(host));
}

/** A container's own /etc/hosts and the like are mounted one by one, out of its manager's folder. */
async function mountedNetworkFiles(host: Host): Promise<string> {
  const mounts = parseMountinfo((await readAllowed(host, '/proc/self/mountinfo')) ?? '');
  return mounts
    .filter(({ mountPoint }) => /^\/etc\/(?:hosts|hostname|resolv\.conf)$/.test(mountPoint))
    .map(({ root }) => root)
    .join('\n');
}

/** Inside a container of OpenVZ there is /proc/vz; on its host there is /proc/bc as well. */
async function openVz(host: Host): Promise<string | undefined> {
  return (await exists(host, '/proc/vz')) && !(await exists(host, '/proc/bc')) ? 'OpenVZ' : undefined;
}

/** The name beside the first pattern that the evidence has. */
export function nameIn(table: readonly (readonly [RegExp, string])[], evidence: string): string | undefined {
  return table.find(([pattern]) => pattern.test(evidence))?.[1];
}
