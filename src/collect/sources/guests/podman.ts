import type { Host } from '../../../model/host.ts';
import { present } from '../../../model/present.ts';
import { readAllowed } from '../text.ts';
import { containersAt } from './docker.ts';
import type { Guest } from './guest.ts';
import { type Person, peopleWith } from './people.ts';

/** Containers of Podman: root's, and those that people run as themselves. */
export async function podmanGuests(host: Host): Promise<readonly Guest[]> {
  const served = await containersAt(host, '/run/podman/podman.sock', 'Podman');
  const roots = served ?? (await storedContainers(host, '/var/lib/containers/storage', '/run/containers/storage'));
  const theirs = await Promise.all(
    (await peopleWith(host, '/usr/bin/podman')).map((person) => ownContainers(host, person)),
  );
  return [...roots, ...theirs.flat()];
}

async function ownContainers(host: Host, { login, uid, home }: Person): Promise<readonly Guest[]> {
  const storage = `${home}/.local/share/containers/storage`;
  const guests = await storedContainers(host, storage, `/run/user/${uid}/containers`);
  return guests.map((guest) => ({ ...guest, owner: login }));
}

/** A container in `containers.json` of containers/storage; `metadata` is JSON in JSON. */
interface Stored {
  readonly id?: string;
  readonly names?: readonly string[];
  readonly metadata?: string;
}

/** Podman has no daemon: without its socket the containers stand in its storage, and the running ones have a process. */
async function storedContainers(host: Host, storage: string, runRoot: string): Promise<readonly Guest[]> {
  const text = await readAllowed(host, `${storage}/overlay-containers/containers.json`);
  const stored: readonly Stored[] = text ? JSON.parse(text) : [];
  return Promise.all(
    stored.map(async ({ id = '', names, metadata }) => {
      const { 'image-name': image }: { 'image-name'?: string } = JSON.parse(metadata || '{}');
      const pid = await readAllowed(host, `${runRoot}/overlay-containers/${id}/userdata/pidfile`);
      const status = (await isRunning(host, id, pid)) ? 'running' : 'off';
      const known = { name: names?.[0] ?? id.slice(0, 12), vmId: id.slice(0, 12), image, status };
      return present({ ...known, subsystem: 'Podman', type: 'podman' });
    }),
  );
}

/** Another process may have the number by now: the control group is named after the container. */
async function isRunning(host: Host, id: string, pid: string | undefined): Promise<boolean> {
  const group = pid ? await readAllowed(host, `/proc/${pid.trim()}/cgroup`) : undefined;
  return group?.includes(id) === true;
}
