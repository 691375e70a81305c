import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { expandAll } from '../sources/expand.ts';
import { withoutHome } from '../sources/home-folders.ts';
import { localTime } from '../sources/local-time.ts';
import { allowed, readAllowed } from '../sources/text.ts';

/** What the file that describes a package says of it. */
export interface LanguagePackage {
  readonly name?: string;
  readonly version?: string;
  readonly publisher?: string;
  readonly comments?: string;
}

/** How the packages of one language lie on a disk. */
export interface LanguageFolders {
  /** What people call them by: `pip`. */
  readonly manager: string;
  /** Folders that hold packages; an asterisk is any name. */
  readonly folders: readonly string[];
  /** The files below them that describe a package. */
  readonly files: readonly string[];
  parse(text: string): LanguagePackage | undefined;
}

export function languagePackages(language: LanguageFolders): Collector<'languagepackages'> {
  const { manager, folders, files } = language;
  return {
    name: `linux/${manager}-packages`,
    section: 'languagepackages',
    platforms: ['linux'],
    onRequest: true,
    async collect(host) {
      const rows = await Promise.all(files.map((file) => packagesOf(host, language, folders, file)));
      return { rows: rows.flat() };
    },
  };
}

async function packagesOf(host: Host, language: LanguageFolders, folders: readonly string[], file: string) {
  const paths = await expandAll(
    host,
    folders.map((folder) => `${folder}/${file}`),
  );
  const depth = file.split('/').length;
  const rows = await Promise.all(
    paths.map((path) => packageRow(host, language, path, path.split('/').slice(0, -depth).join('/'))),
  );
  return rows.flatMap((row) => row ?? []);
}

async function packageRow(
  host: Host,
  { manager, parse }: LanguageFolders,
  path: string,
  folder: string,
): Promise<SectionRow<'languagepackages'> | undefined> {
  const text = await readAllowed(host, path);
  const found = text === undefined ? undefined : parse(text);
  if (!found?.name) return undefined;
  const file = await allowed(host.stat(path));
  return present({
    ...found,
    manager,
    installDate: file && localTime(host, file.modifiedAt),
    folder: withoutHome(folder),
  });
}
