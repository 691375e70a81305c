import type { SectionRow } from '../../model/catalogue.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { maintainerName } from '../sources/maintainer.ts';
import { readText } from '../sources/text.ts';

/** Packages of Alpine's apk. It does not keep when one was installed. */
export const linuxApkPackages: Collector<'softwares'> = {
  name: 'linux/apk-packages',
  section: 'softwares',
  platforms: ['linux'],
  async collect(host) {
    const text = (await readText(host, '/lib/apk/db/installed')) ?? (await readText(host, '/usr/lib/apk/db/installed'));
    return text === undefined ? undefined : { rows: text.split('\n\n').flatMap(packageRow) };
  },
};

/** Lines of one letter, a colon and a value: P name, V version, A architecture, I size in bytes, m maintainer, T summary. */
function packageRow(record: string): readonly SectionRow<'softwares'>[] {
  const values = new Map(record.split('\n').map((line) => [line.slice(0, 1), line.slice(2)]));
  const [name, maintainer] = [values.get('P'), values.get('m')];
  if (!name) return [];
  return [
    present({
      name,
      version: values.get('V'),
      publisher: maintainer && maintainerName(maintainer),
      architecture: values.get('A'),
      fileSize: Number(values.get('I')) || undefined,
      from: 'apk',
      comments: values.get('T'),
    }),
  ];
}
