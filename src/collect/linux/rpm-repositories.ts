import type { SectionRow } from '../../model/catalogue.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { parseIni } from '../sources/ini.ts';
import { readText } from '../sources/text.ts';
import { withoutLogin } from '../sources/uri.ts';

const FOLDERS = ['/etc/yum.repos.d', '/etc/zypp/repos.d'];

/** Where dnf, yum and zypper take packages from: files `.repo`, a group each repository. dnf.conf(5). */
export const linuxRpmRepositories: Collector<'repository'> = {
  name: 'linux/rpm-repositories',
  section: 'repository',
  platforms: ['linux'],
  async collect(host) {
    const lists = await Promise.all(FOLDERS.map(async (folder) => filesIn(folder, await host.list(folder))));
    if (lists.every((list) => list === undefined)) return undefined;
    const files = lists.flatMap((list) => list ?? []);
    const texts = await Promise.all(files.map((path) => readText(host, path)));
    return { rows: texts.flatMap((text, index) => repositoryRows(text ?? '', files[index])) };
  },
};

function filesIn(folder: string, names: readonly string[] | undefined): readonly string[] | undefined {
  return names
    ?.filter((name) => name.endsWith('.repo'))
    .toSorted()
    .map((name) => `${folder}/${name}`);
}

function repositoryRows(text: string, fileName: string | undefined): readonly SectionRow<'repository'>[] {
  return [...parseIni(text)].map(([tag, values]) => {
    const mirrors = values.get('metalink') ?? values.get('mirrorlist');
    return present({
      name: values.get('name') ?? tag,
      baseUrl: withoutLogin(values.get('baseurl')?.split(/[\s,]+/)[0] ?? mirrors ?? ''),
      enabled: !/^(?:0|no|false|off)$/i.test(values.get('enabled') ?? '1'),
      fileName,
      tag,
      mirrors: mirrors && withoutLogin(mirrors),
    });
  });
}
