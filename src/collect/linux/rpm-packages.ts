import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import { SECOND } from '../../model/time.ts';
import type { Collected, Collector } from '../collector.ts';
import { localTime } from '../sources/local-time.ts';
import { meaningful } from '../sources/meaningful.ts';
import { findRpmDatabase, type RpmDatabase, readRpmDatabase } from '../sources/rpm/database.ts';
import type { RpmPackage } from '../sources/rpm/header.ts';
import { decode } from '../sources/text.ts';

const FIELDS = ['NAME', 'VERSION', 'RELEASE', 'ARCH', 'INSTALLTIME', 'LONGSIZE', 'VENDOR', 'SUMMARY'];
const FORMAT = `${FIELDS.map((field) => `%{${field}}`).join('\\t')}\\n`;
const LIMITS = { milliseconds: 60_000, bytes: 64 * 1024 * 1024 };

/**
 * Packages of rpm. On a machine that runs, rpm itself lists them, the one program started on Linux: its database has
 * hundreds of megabytes, and is in use. That of a disk is read as it lies there.
 */
export const linuxRpmPackages: Collector<'softwares'> = {
  name: 'linux/rpm-packages',
  section: 'softwares',
  platforms: ['linux'],
  async collect(host) {
    const database = await findRpmDatabase(host);
    if (!database) return undefined;
    const result = await host.run('rpm', ['-qa', '--queryformat', FORMAT], LIMITS);
    if (!result) return readDatabase(host, database);
    const rows = decode(result.output).split('\n').map(parseLine);
    return collected(host, rows, result.exitCode === 0 ? undefined : `failed: rpm ended with ${result.exitCode}`);
  },
};

async function readDatabase(host: Host, database: RpmDatabase): Promise<Collected<'softwares'>> {
  if (database.format === 'berkeley')
    return { rows: [], missing: `not-supported: no rpm program, which alone reads ${database.path}` };
  const { packages, damaged } = await readRpmDatabase(host, database);
  return collected(
    host,
    packages,
    damaged > 0 ? `failed: ${damaged} headers in ${database.path} are damaged` : undefined,
  );
}

function collected(host: Host, packages: readonly RpmPackage[], missing?: string): Collected<'softwares'> {
  return { rows: packages.flatMap((found) => packageRow(host, found)), ...present({ missing }) };
}

/** `(none)` is rpm's word for nothing. */
function parseLine(line: string): RpmPackage {
  const values = line.split('\t').map((value) => (value === '(none)' ? undefined : value));
  const [name = '', version, release, architecture, installed, size, vendor, ...summary] = values;
  return {
    name,
    version,
    release,
    architecture,
    installedAt: Number(installed) || undefined,
    size: Number(size) || undefined,
    vendor,
    summary: summary.join(' '),
  };
}

/** Keys that sign packages stand among them as packages of the name `gpg-pubkey`. */
function packageRow(host: Host, found: RpmPackage): readonly SectionRow<'softwares'>[] {
  const { name, version, release, architecture, installedAt, size, vendor, summary } = found;
  if (!name || name === 'gpg-pubkey') return [];
  return [
    present({
      name,
      version: [version, release].filter(Boolean).join('-'),
      publisher: meaningful(vendor),
      installDate: installedAt ? localTime(host, installedAt * SECOND) : undefined,
      architecture,
      fileSize: size || undefined,
      from: 'rpm',
      comments: summary,
    }),
  ];
}
