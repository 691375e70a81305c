import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { parseListening } from '../sources/listening-sockets.ts';
import { allowed, attribute, readText } from '../sources/text.ts';

const TABLES = ['tcp', 'tcp6', 'udp', 'udp6'];

/** Ports on which programs of this machine listen, and which programs they are. */
export const linuxListeners: Collector<'listeners'> = {
  name: 'linux/listeners',
  section: 'listeners',
  platforms: ['linux'],
  onRequest: true,
  async collect(host) {
    const texts = await Promise.all(TABLES.map((table) => readText(host, `/proc/net/${table}`)));
    if (texts.every((text) => text === undefined)) return undefined;
    const sockets = texts.flatMap((text, index) => {
      return parseListening(text ?? '').map((socket) => ({ ...socket, protocol: TABLES[index] ?? '' }));
    });
    const owners = await ownersOf(host, new Set(sockets.map(({ inode }) => inode)));
    const rows = sockets.map(({ inode, protocol, address, port }): SectionRow<'listeners'> => {
      return present({ protocol: protocol.replace('6', ''), address, port, ...owners.get(inode) });
    });
    const isHidden = host.facts.userId !== 0 && sockets.some(({ inode }) => !owners.has(inode));
    return { rows, ...(isHidden ? { missing: 'needs-root: programs of other users' } : {}) };
  },
};

type Owner = Pick<SectionRow<'listeners'>, 'program' | 'pid'>;

/** The first process that has each socket open. */
async function ownersOf(host: Host, inodes: ReadonlySet<string>): Promise<ReadonlyMap<string, Owner>> {
  const owners = new Map<string, Owner>();
  const ids = ((await host.list('/proc')) ?? []).filter((name) => /^\d+$/.test(name)).map(Number);
  for (const pid of ids.toSorted((a, b) => a - b)) {
    const open = (await openSockets(host, pid)).filter((inode) => inodes.has(inode) && !owners.has(inode));
    if (open.length === 0) continue;
    const owner = present({ program: await attribute(host, `/proc/${pid}/comm`), pid });
    for (const inode of open) owners.set(inode, owner);
  }
  return owners;
}

/** Targets of the links `socket:[12345]`; of a process that ended meanwhile there are none. */
async function openSockets(host: Host, pid: number): Promise<readonly string[]> {
  const folder = `/proc/${pid}/fd`;
  const names = (await allowed(host.list(folder))) ?? [];
  const targets = await Promise.all(names.map((name) => allowed(host.link(`${folder}/${name}`))));
  return targets.flatMap((target) => /^socket:\[(\d+)\]$/.exec(target ?? '')?.[1] ?? []);
}
