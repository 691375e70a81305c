import type { Host } from '../../../model/host.ts';
import { present } from '../../../model/present.ts';
import { readAllowed } from '../text.ts';
import type { Guest } from './guest.ts';
import { attributeOf, tagsOf } from './markup.ts';
import { type Person, peopleWith } from './people.ts';

/** Machines that people have registered in VirtualBox. */
export async function virtualBoxGuests(host: Host): Promise<readonly Guest[]> {
  const machines = (
    await Promise.all((await peopleWith(host, '/usr/bin/VBoxManage')).map((person) => machinesOf(host, person)))
  ).flat();
  if (machines.length === 0) return [];
  const running = await runningMachines(host);
  return machines.map((guest) => ({ ...guest, status: running.includes(guest.uuid ?? '?') ? 'running' : 'off' }));
}

async function machinesOf(host: Host, { login, home }: Person): Promise<readonly Guest[]> {
  const registry = (await readAllowed(host, `${home}/.config/VirtualBox/VirtualBox.xml`)) ?? '';
  const files = tagsOf(registry, 'MachineEntry').flatMap((tag) => attributeOf(tag, 'MachineEntry', 'src') ?? []);
  const texts = await Promise.all(files.map((file) => readAllowed(host, file)));
  return texts.flatMap((text) => (text ? [{ ...parseVbox(text), owner: login }] : []));
}

/** A `.vbox` file: `<Machine uuid="{…}" name="…" OSType="…">` and its hardware. */
export function parseVbox(xml: string): Guest {
  const mac = attributeOf(xml, 'Adapter', 'MACAddress');
  return present({
    name: attributeOf(xml, 'Machine', 'name'),
    uuid: attributeOf(xml, 'Machine', 'uuid')?.replace(/[{}]/g, ''),
    subsystem: 'Oracle VM VirtualBox',
    type: 'virtualbox',
    memory: Number(attributeOf(xml, 'Memory', 'RAMSize')) || undefined,
    // A machine with one processor does not say so.
    vcpu: Number(attributeOf(xml, 'CPU', 'count') ?? 1),
    mac: mac?.match(/../g)?.join(':').toLowerCase(),
    operatingSystem: attributeOf(xml, 'Machine', 'OSType'),
  });
}

const UUID = /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/;

/** The processes of running machines are told which one they are: `VirtualBoxVM --comment NAME --startvm UUID`. */
async function runningMachines(host: Host): Promise<readonly string[]> {
  const pids = ((await host.list('/proc')) ?? []).filter((name) => /^\d+$/.test(name));
  const commands = await Promise.all(pids.map((pid) => readAllowed(host, `/proc/${pid}/cmdline`)));
  return commands.flatMap((command) => (command?.includes('--startvm') ? (UUID.exec(command)?.[0] ?? []) : []));
}
