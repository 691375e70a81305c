import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { readSettings } from '../sources/plist.ts';
import { allowed } from '../sources/text.ts';
import { text } from '../sources/values.ts';

/** Applications of a disk at rest, which no report tells of: each is a folder that describes itself. */
export const macosBundles: Collector<'softwares'> = {
  name: 'macos/bundles',
  section: 'softwares',
  platforms: ['darwin'],
  async collect(host) {
    if (!host.facts.offline) return undefined;
    const homes = (await allowed(host.list('/Users'))) ?? [];
    const folders = [...FOLDERS, ...homes.map((home) => `/Users/${home}/Applications`)];
    const bundles = (await Promise.all(folders.map((folder) => bundlesIn(host, folder)))).flat();
    return { rows: await Promise.all(bundles.map((bundle) => bundleRow(host, bundle))) };
  },
};

const FOLDERS = ['/Applications', '/Applications/Utilities', '/System/Applications', '/System/Applications/Utilities'];

async function bundlesIn(host: Host, folder: string): Promise<readonly string[]> {
  const names = (await allowed(host.list(folder))) ?? [];
  return names
    .filter((name) => name.endsWith('.app'))
    .toSorted()
    .map((name) => `${folder}/${name}`);
}

async function bundleRow(host: Host, folder: string): Promise<SectionRow<'softwares'>> {
  const info = await readSettings(host, `${folder}/Contents/Info.plist`);
  const fileName = folder
    .split('/')
    .at(-1)
    ?.replace(/\.app$/, '');
  return present({
    name: text(info['CFBundleDisplayName']) ?? text(info['CFBundleName']) ?? fileName,
    version: text(info['CFBundleShortVersionString']) ?? text(info['CFBundleVersion']),
    publisher: text(info['CFBundleIdentifier'])?.startsWith('com.apple.') ? 'Apple' : undefined,
    folder,
  });
}
