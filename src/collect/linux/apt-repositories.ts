import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { type AptSource, parseAptDeb822, parseAptList } from '../sources/apt-sources.ts';
import { readText } from '../sources/text.ts';

const FOLDER = '/etc/apt/sources.list.d';

/** Where apt takes packages from: both formats, every file; what is a remark is left out. */
export const linuxAptRepositories: Collector<'repository'> = {
  name: 'linux/apt-repositories',
  section: 'repository',
  platforms: ['linux'],
  async collect(host) {
    const more = await host.list(FOLDER);
    const files = ['/etc/apt/sources.list', ...[...(more ?? [])].sort().map((name) => `${FOLDER}/${name}`)];
    const rows = await Promise.all(files.map((file) => rowsOf(host, file)));
    return more === undefined && rows[0] === undefined ? undefined : { rows: rows.flatMap((found) => found ?? []) };
  },
};

async function rowsOf(host: Host, fileName: string): Promise<readonly SectionRow<'repository'>[] | undefined> {
  if (!/\.(?:list|sources)$/.test(fileName)) return [];
  const text = await readText(host, fileName);
  if (text === undefined) return undefined;
  const sources = fileName.endsWith('.list') ? parseAptList(text) : parseAptDeb822(text);
  return sources.map((source) => repositoryRow(source, fileName));
}

function repositoryRow({ uri, suite, components, enabled }: AptSource, fileName: string): SectionRow<'repository'> {
  return present({ name: [suite, ...components].join(' '), baseUrl: uri, enabled, fileName });
}
