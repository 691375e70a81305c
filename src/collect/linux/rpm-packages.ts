import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { localTime } from '../sources/local-time.ts';
import { meaningful } from '../sources/meaningful.ts';
import { decode, exists } from '../sources/text.ts';

const FOLDERS = ['/var/lib/rpm', '/usr/lib/sysimage/rpm'];
const DATABASES = ['rpmdb.sqlite', 'Packages.db', 'Packages'];
const FIELDS = ['NAME', 'VERSION', 'RELEASE', 'ARCH', 'INSTALLTIME', 'LONGSIZE', 'VENDOR', 'SUMMARY'];
const FORMAT = `${FIELDS.map((field) => `%{${field}}`).join('\\t')}\\n`;
const LIMITS = { milliseconds: 60_000, bytes: 64 * 1024 * 1024 };

/** Packages of rpm. Its database has three formats that only rpm itself reads: the one program started on Linux. */
export const linuxRpmPackages: Collector<'softwares'> = {
  name: 'linux/rpm-packages',
  section: 'softwares',
  platforms: ['linux'],
  async collect(host) {
    if (!(await hasDatabase(host))) return undefined;
    const result = await host.run('rpm', ['-qa', '--queryformat', FORMAT], LIMITS);
    if (!result) return { rows: [], missing: 'not-supported: no rpm program' };
    const rows = decode(result.output)
      .split('\n')
      .flatMap((line) => packageRow(host, line));
    return { rows, ...(result.exitCode === 0 ? {} : { missing: `failed: rpm ended with ${result.exitCode}` }) };
  },
};

async function hasDatabase(host: Host): Promise<boolean> {
  const paths = FOLDERS.flatMap((folder) => DATABASES.map((name) => `${folder}/${name}`));
  return (await Promise.all(paths.map((path) => exists(host, path)))).includes(true);
}

/** Keys that sign packages stand among them as packages of the name `gpg-pubkey`; `(none)` is rpm's word for nothing. */
function packageRow(host: Host, line: string): readonly SectionRow<'softwares'>[] {
  const values = line.split('\t').map((value) => (value === '(none)' ? undefined : value));
  const [name, version, release, architecture, installed, size, vendor, ...summary] = values;
  if (!name || name === 'gpg-pubkey') return [];
  return [
    present({
      name,
      version: [version, release].filter(Boolean).join('-'),
      publisher: meaningful(vendor),
      installDate: Number(installed) > 0 ? localTime(host, Number(installed) * 1000) : undefined,
      architecture,
      fileSize: Number(size) || undefined,
      from: 'rpm',
      comments: summary.join(' '),
    }),
  ];
}
