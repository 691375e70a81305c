import type { Host } from '../../../model/host.ts';
import { present } from '../../../model/present.ts';
import { parseKeyValues } from '../key-values.ts';
import { allowed, readAllowed } from '../text.ts';
import type { Guest } from './guest.ts';

const RUNNING = '/run/systemd/machines';
const STORED = '/var/lib/machines';

/** Containers of systemd-nspawn: those that systemd-machined has registered, and the others in /var/lib/machines. */
export async function nspawnGuests(host: Host): Promise<readonly Guest[]> {
  const registered = ((await host.list(RUNNING)) ?? []).filter((name) => !name.startsWith('unit:'));
  const texts = await Promise.all(registered.map((name) => readAllowed(host, `${RUNNING}/${name}`)));
  const running = texts.flatMap((text) => parseMachine(text ?? '') ?? []);
  const stored = ((await allowed(host.list(STORED))) ?? []).map((name) => name.replace(/\.raw$/, ''));
  const off = stored.filter((name) => !name.startsWith('.') && !running.some((guest) => guest.name === name));
  return [...running, ...off.sort().map((name) => ({ name, status: 'off', ...KIND }))];
}

const KIND = { subsystem: 'systemd-nspawn', type: 'systemd-nspawn' } as const;

/** A file of /run/systemd/machines; what libvirt and others register there, they tell themselves. */
export function parseMachine(text: string): Guest | undefined {
  const values = parseKeyValues(text);
  if (values.get('SERVICE') !== 'systemd-nspawn') return undefined;
  const uuid = values.get('ID')?.replace(/^(\w{8})(\w{4})(\w{4})(\w{4})(\w{12})$/, '$1-$2-$3-$4-$5');
  return present({ name: values.get('NAME'), uuid, status: 'running', ...KIND });
}
