import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { parseIni } from '../sources/ini.ts';
import { readText } from '../sources/text.ts';
import { withoutLogin } from '../sources/uri.ts';

const FILE = '/etc/pacman.conf';

/** Where Arch Linux's pacman takes packages from: a group each, its servers there or in a file of mirrors. pacman.conf(5). */
export const linuxPacmanRepositories: Collector<'repository'> = {
  name: 'linux/pacman-repositories',
  section: 'repository',
  platforms: ['linux'],
  async collect(host) {
    const text = await readText(host, FILE);
    if (text === undefined) return undefined;
    const groups = [...parseIni(text)].filter(([name]) => name !== '' && name !== 'options');
    return { rows: await Promise.all(groups.map(([name, values]) => repositoryRow(host, name, values))) };
  },
};

async function repositoryRow(host: Host, name: string, values: ReadonlyMap<string, string>) {
  const mirrors = values.get('Include');
  const server = values.get('Server') ?? (mirrors && firstServer(await readText(host, mirrors)));
  return present({ name, baseUrl: server && withoutLogin(server), enabled: true, fileName: FILE, mirrors });
}

/** Mirrors are lines `Server = …`, the preferred one first. */
function firstServer(text: string | undefined): string | undefined {
  return /^\s*Server\s*=\s*(\S+)/m.exec(text ?? '')?.[1];
}
