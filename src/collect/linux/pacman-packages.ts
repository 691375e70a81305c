import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { localTime } from '../sources/local-time.ts';
import { maintainerName } from '../sources/maintainer.ts';
import { readText } from '../sources/text.ts';

const FOLDER = '/var/lib/pacman/local';

/** Packages of Arch Linux's pacman: a folder each, with a file `desc`. */
export const linuxPacmanPackages: Collector<'softwares'> = {
  name: 'linux/pacman-packages',
  section: 'softwares',
  platforms: ['linux'],
  async collect(host) {
    const names = await host.list(FOLDER);
    if (!names) return undefined;
    const texts = await Promise.all(names.map((name) => readText(host, `${FOLDER}/${name}/desc`)));
    return { rows: texts.flatMap((text) => (text === undefined ? [] : [packageRow(host, text)])) };
  },
};

/** Paragraphs whose first line names the field: `%NAME%`. */
function packageRow(host: Host, text: string): SectionRow<'softwares'> {
  const values = new Map(text.split('\n\n').map((paragraph) => splitOnce(paragraph.trim())));
  const installed = Number(values.get('%INSTALLDATE%'));
  const packager = values.get('%PACKAGER%');
  return present({
    name: values.get('%NAME%'),
    version: values.get('%VERSION%'),
    publisher: packager && maintainerName(packager),
    installDate: installed > 0 ? localTime(host, installed * 1000) : undefined,
    architecture: values.get('%ARCH%'),
    fileSize: Number(values.get('%SIZE%')) || undefined,
    from: 'pacman',
    comments: values.get('%DESC%'),
  });
}

function splitOnce(paragraph: string): readonly [string, string] {
  const end = paragraph.indexOf('\n');
  return end < 0 ? [paragraph, ''] : [paragraph.slice(0, end), paragraph.slice(end + 1)];
}
