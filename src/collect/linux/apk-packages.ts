import type { SectionRow } from '../../model/catalogue.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
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

/** Lines of one letter, a colon and a value: P name, V version, A architecture, I size in bytes, T summary. */
function packageRow(record: string): readonly SectionRow<'softwares'>[] {
  const values = new Map(record.split('\n').map((line) => [line.slice(0, 1), line.slice(2)]));
  const name = values.get('P');
  if (!name) return [];
  return [
    present({
      name,
      version: values.get('V'),
      publisher: values.get('m')?.replace(/\s*<[^>]*>\s*$/, ''),
      architecture: values.get('A'),
      fileSize: Number(values.get('I')) || undefined,
      from: 'apk',
      comments: values.get('T'),
    }),
  ];
}
