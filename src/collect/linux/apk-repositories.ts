import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { readText } from '../sources/text.ts';
import { withoutLogin } from '../sources/uri.ts';

const FILE = '/etc/apk/repositories';

/** Where Alpine's apk takes packages from: an address a line, a name for it before where it is pinned. */
export const linuxApkRepositories: Collector<'repository'> = {
  name: 'linux/apk-repositories',
  section: 'repository',
  platforms: ['linux'],
  async collect(host) {
    const text = await readText(host, FILE);
    return text === undefined ? undefined : { rows: text.split('\n').flatMap(repositoryRow) };
  },
};

function repositoryRow(line: string) {
  const [, tag, address] = /^\s*(?:@(\S+)\s+)?([^#@\s]\S*)/.exec(line) ?? [];
  if (address === undefined) return [];
  const baseUrl = withoutLogin(address);
  return [present({ name: baseUrl.split('/').slice(-2).join(' '), baseUrl, enabled: true, fileName: FILE, tag })];
}
