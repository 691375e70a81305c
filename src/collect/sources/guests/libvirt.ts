import type { Host } from '../../../model/host.ts';
import { present } from '../../../model/present.ts';
import { allowed, readAllowed, readText } from '../text.ts';
import { type Guest, mebibytes } from './guest.ts';
import { attributeOf, elementText } from './markup.ts';
import { peopleWith } from './people.ts';

/** Domains of libvirt: the system's, defined in /etc/libvirt, and those of people's own sessions. */
export async function libvirtGuests(host: Host): Promise<readonly Guest[]> {
  const people = await peopleWith(host, '/etc/libvirt');
  const systems = DRIVERS.map((driver) => domains(host, `/etc/libvirt/${driver}`, `/run/libvirt/${driver}`));
  const sessions = people.map(({ uid, home }) =>
    allowed(domains(host, `${home}/.config/libvirt/qemu`, `/run/user/${uid}/libvirt/qemu/run`)),
  );
  return (await Promise.all([...systems, ...sessions])).flatMap((guests) => guests ?? []);
}

const DRIVERS = ['qemu', 'lxc', 'libxl'];

async function domains(host: Host, defined: string, running: string): Promise<readonly Guest[]> {
  const names = ((await host.list(defined)) ?? []).filter((name) => name.endsWith('.xml')).sort();
  const guests = await Promise.all(
    names.map(async (name) => {
      const definition = (await readText(host, `${defined}/${name}`)) ?? '';
      return parseDomain(definition, await readAllowed(host, `${running}/${name}`));
    }),
  );
  return guests.filter((guest) => guest !== undefined);
}

/** A domain as it is defined, and as libvirt keeps it while it runs, `<domstatus state='running' …>`. */
export function parseDomain(definition: string, status: string | undefined): Guest | undefined {
  const name = elementText(definition, 'name');
  if (name === undefined) return undefined;
  const memory = `${elementText(definition, 'memory') ?? ''}${attributeOf(definition, 'memory', 'unit') ?? 'KiB'}`;
  return present({
    name,
    uuid: elementText(definition, 'uuid'),
    status: status === undefined ? 'off' : (STATES[attributeOf(status, 'domstatus', 'state') ?? ''] ?? 'running'),
    subsystem: attributeOf(definition, 'domain', 'type'),
    type: 'libvirt',
    memory: mebibytes(memory, 1000),
    vcpu: Number(elementText(definition, 'vcpu')) || undefined,
    mac: attributeOf(definition, 'mac', 'address'),
    comment: elementText(definition, 'title'),
  });
}

const STATES: Readonly<Record<string, string>> = {
  running: 'running',
  blocked: 'blocked',
  paused: 'paused',
  pmsuspended: 'paused',
  shutdown: 'shutdown',
  shutoff: 'off',
  crashed: 'crashed',
};
