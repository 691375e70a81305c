import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { flatpakInstallations } from '../sources/flatpak.ts';
import { withoutHome } from '../sources/home-folders.ts';
import { parseIni } from '../sources/ini.ts';
import { readAllowed } from '../sources/text.ts';
import { withoutLogin } from '../sources/uri.ts';

const REMOTE = /^remote "(.+)"$/;

/** The remotes of flatpak: groups `remote "name"` of the settings of its repository. */
export const linuxFlatpakRepositories: Collector<'repository'> = {
  name: 'linux/flatpak-repositories',
  section: 'repository',
  platforms: ['linux'],
  async collect(host) {
    const files = (await flatpakInstallations(host)).map(({ folder }) => `${folder}/repo/config`);
    const texts = await Promise.all(files.map((path) => readAllowed(host, path)));
    if (texts.every((text) => text === undefined)) return undefined;
    return { rows: texts.flatMap((text, index) => remoteRows(text ?? '', withoutHome(files[index] ?? ''))) };
  },
};

function remoteRows(text: string, fileName: string) {
  return [...parseIni(text)].flatMap(([group, values]) => {
    const [, tag] = REMOTE.exec(group) ?? [];
    if (tag === undefined) return [];
    const baseUrl = withoutLogin(values.get('url') ?? '');
    const enabled = values.get('xa.disable') !== 'true';
    return [present({ name: values.get('xa.title') ?? tag, baseUrl, enabled, fileName, tag })];
  });
}
