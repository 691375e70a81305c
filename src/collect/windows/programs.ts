import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import { text, whole } from '../sources/values.ts';
import type { Program } from './asked/software.ts';
import { fromWindows } from './from-windows.ts';
import { calendarDate } from './values.ts';

/**
 * Installed programs as Windows lists them: the Uninstall keys of the registry, of 64 and 32 bits, of the machine and
 * of each user who is logged in. Those of users who are not lie in files that Windows has not loaded.
 */
export const windowsPrograms = fromWindows('softwares', 'programs', (programs, host) =>
  programs.flatMap((program) => softwareRow(host, program)),
);

function softwareRow({ facts }: Host, program: Partial<Program>): readonly SectionRow<'softwares'>[] {
  const name = text(program.DisplayName);
  const isPart = program.SystemComponent === 1 || text(program.ParentKeyName) !== undefined;
  if (!name || isPart) return [];
  const size = whole(program.EstimatedSize);
  const userId = text(program.root)?.split('HKEY_USERS\\')[1];
  const is32 = program.node?.includes('WOW6432Node') || !/64/.test(facts.machine);
  return [
    present({
      name,
      version: text(program.DisplayVersion),
      publisher: text(program.Publisher),
      installDate: dateOf(program.InstallDate),
      folder: withoutUser(text(program.InstallLocation)),
      fileSize: size ? size * 1024 : undefined,
      guid: text(program.key),
      bitsWidth: is32 ? 32 : 64,
      from: 'registry',
      uninstall: withoutUser(text(program.UninstallString)),
      aboutUrl: text(program.URLInfoAbout),
      helpLink: text(program.HelpLink),
      noRemove: program.NoRemove === 1 ? true : undefined,
      userId,
    }),
  ];
}

/** The folder of a user has his name, which the id of the row stands for. */
function withoutUser(path: string | undefined): string | undefined {
  return path?.replace(/[A-Z]:\\Users\\(?!Public\\)[^\\]+/gi, '%USERPROFILE%');
}

/** Some write it as it is written where they come from: `14/03/2025` may be anything. */
function dateOf(value: unknown): string | undefined {
  const [, year = '', month = '', day = ''] = /^(\d{4})(\d\d)(\d\d)$/.exec(text(value) ?? '') ?? [];
  return calendarDate(year, month, day);
}
