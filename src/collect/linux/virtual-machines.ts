import { explain, ParcoursError } from '../../model/errors.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { dockerGuests } from '../sources/guests/docker.ts';
import type { ReadGuests } from '../sources/guests/guest.ts';
import { libvirtGuests } from '../sources/guests/libvirt.ts';
import { lxcGuests } from '../sources/guests/lxc.ts';
import { lxdGuests } from '../sources/guests/lxd.ts';
import { nspawnGuests } from '../sources/guests/nspawn.ts';
import { podmanGuests } from '../sources/guests/podman.ts';
import { proxmoxGuests } from '../sources/guests/proxmox.ts';
import { virtualBoxGuests } from '../sources/guests/virtualbox.ts';

const managers: readonly ReadGuests[] = [
  libvirtGuests,
  proxmoxGuests,
  virtualBoxGuests,
  lxcGuests,
  lxdGuests,
  nspawnGuests,
  dockerGuests,
  podmanGuests,
];

/** Containers and virtual machines this machine hosts. A manager that does not answer does not hide the others. */
export const linuxVirtualMachines: Collector<'virtualmachines'> = {
  name: 'linux/virtual-machines',
  section: 'virtualmachines',
  platforms: ['linux'],
  async collect(host) {
    const answers = await Promise.allSettled(managers.map((read) => read(host)));
    const rows = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
    const refused = answers.find((answer) => answer.status === 'rejected');
    // Some managers know their guests in memory alone.
    const missing = host.facts.offline ? 'not-running' : refused && reasonOf(refused.reason);
    return { rows, ...present({ missing }) };
  },
};

function reasonOf(error: unknown): string {
  return error instanceof ParcoursError && error.code === 'permission' ? 'needs-root' : `failed: ${explain(error)}`;
}
