import type { Host } from '../../../model/host.ts';
import { present } from '../../../model/present.ts';
import { exists, readAllowed } from '../text.ts';
import type { Guest } from './guest.ts';

/** Virtual machines and containers of Proxmox VE on this node: `/etc/pve/qemu-server/100.conf`, `/etc/pve/lxc/101.conf`. */
export async function proxmoxGuests(host: Host): Promise<readonly Guest[]> {
  const kinds = [
    { folder: '/etc/pve/qemu-server', type: 'qemu', runs: (id: string) => `/run/qemu-server/${id}.pid` },
    { folder: '/etc/pve/lxc', type: 'lxc', runs: (id: string) => `/sys/fs/cgroup/lxc/${id}` },
  ];
  const guests = kinds.map(async ({ folder, type, runs }) => {
    const names = ((await host.list(folder)) ?? []).filter((name) => /^\d+\.conf$/.test(name)).sort();
    return Promise.all(
      names.map(async (name) => {
        const id = name.replace('.conf', '');
        const status = (await exists(host, runs(id))) ? 'running' : 'off';
        return { ...parseGuest(id, (await readAllowed(host, `${folder}/${name}`)) ?? ''), type, status };
      }),
    );
  });
  return (await Promise.all(guests)).flat();
}

/** qm.conf(5) and pct.conf(5): `key: value`; behind the first `[…]` stand snapshots. Memory is 512 MiB unless told. */
export function parseGuest(id: string, text: string): Guest {
  const [current = ''] = text.split(/^\[/m);
  const values = new Map(
    [...current.matchAll(/^(\w+):\s*(.*?)\s*$/gm)].map(([, key = '', value = '']) => [key, value]),
  );
  const count = (key: string) => Number(values.get(key)) || undefined;
  const sockets = count('sockets') ?? 1;
  return present({
    name: values.get('name') ?? values.get('hostname') ?? id,
    vmId: id,
    subsystem: 'Proxmox VE',
    uuid: /\buuid=([\da-f-]{36})/i.exec(values.get('smbios1') ?? '')?.[1],
    memory: count('memory') ?? 512,
    vcpu: count('cores') === undefined ? sockets : (count('cores') ?? 1) * sockets,
    mac: /([\da-f]{2}(?::[\da-f]{2}){5})/i.exec(values.get('net0') ?? '')?.[1]?.toLowerCase(),
    operatingSystem: values.get('ostype'),
  });
}
