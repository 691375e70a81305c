import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { decode } from '../sources/text.ts';

/** Installed programs as Windows lists them: the Uninstall keys of the registry, of 64 and 32 bits and of the user. */
export const windowsSoftwares: Collector<'softwares'> = {
  name: 'windows/softwares',
  section: 'softwares',
  platforms: ['win32'],
  async collect(host) {
    const result = await host.run('powershell.exe', ARGUMENTS, LIMITS);
    if (!result) return undefined;
    const rows = parseUninstallKeys(decode(result.output)).flatMap((key) => softwareRow(host, key));
    return { rows, ...(result.exitCode === 0 ? {} : { missing: `failed: powershell ended with ${result.exitCode}` }) };
  },
};

const UNINSTALL = 'Microsoft\\Windows\\CurrentVersion\\Uninstall\\*';
const KEYS = [
  `HKLM:\\SOFTWARE\\${UNINSTALL}`,
  `HKLM:\\SOFTWARE\\WOW6432Node\\${UNINSTALL}`,
  `HKCU:\\SOFTWARE\\${UNINSTALL}`,
];
const VALUES = [
  ...['DisplayName', 'DisplayVersion', 'Publisher', 'InstallDate', 'InstallLocation', 'EstimatedSize'],
  ...['SystemComponent', 'PSChildName', 'PSPath', 'URLInfoAbout', 'UninstallString'],
];
const SCRIPT = [
  '[Console]::OutputEncoding = [Text.UTF8Encoding]::new($false)',
  `Get-ItemProperty -ErrorAction SilentlyContinue -Path ${KEYS.map((key) => `'${key}'`).join(',')}`,
].join('; ');
const ARGUMENTS = [
  ...['-NoProfile', '-NonInteractive', '-Command'],
  `${SCRIPT} | Where-Object DisplayName | Select-Object ${VALUES.join(',')} | ConvertTo-Json -Compress`,
];
const LIMITS = { milliseconds: 60_000, bytes: 32 * 1024 * 1024 };

/** One Uninstall key: what its program wrote there. */
export interface UninstallKey {
  readonly DisplayName?: string | null;
  readonly DisplayVersion?: string | null;
  readonly Publisher?: string | null;
  /** `YYYYMMDD`, by convention. */
  readonly InstallDate?: string | null;
  readonly InstallLocation?: string | null;
  /** KiB. */
  readonly EstimatedSize?: number | null;
  /** 1 where the program hides from the list of programs. */
  readonly SystemComponent?: number | null;
  readonly PSChildName?: string | null;
  readonly PSPath?: string | null;
  readonly URLInfoAbout?: string | null;
  readonly UninstallString?: string | null;
}

/** PowerShell writes one object where there is one, a list where there are several, nothing where there is none. */
export function parseUninstallKeys(text: string): readonly UninstallKey[] {
  const parsed: UninstallKey | readonly UninstallKey[] = text.trim() === '' ? [] : JSON.parse(text);
  return [parsed].flat();
}

function softwareRow({ facts }: Host, key: UninstallKey): readonly SectionRow<'softwares'>[] {
  if (!key.DisplayName || key.SystemComponent === 1) return [];
  return [
    present({
      name: textOf(key.DisplayName),
      version: textOf(key.DisplayVersion),
      publisher: textOf(key.Publisher),
      installDate: dateOf(key.InstallDate),
      folder: textOf(key.InstallLocation),
      fileSize: key.EstimatedSize ? key.EstimatedSize * 1024 : undefined,
      guid: textOf(key.PSChildName),
      bitsWidth: key.PSPath?.includes('WOW6432Node') || !/64/.test(facts.machine) ? 32 : 64,
      from: 'registry',
      uninstall: textOf(key.UninstallString),
      aboutUrl: textOf(key.URLInfoAbout),
    }),
  ];
}

/** A value may be of another type than the convention says. */
function textOf(value: unknown): string | undefined {
  return value === null || value === undefined ? undefined : String(value).trim();
}

function dateOf(value: unknown): string | undefined {
  const [, year, month, day] = /^(\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.exec(textOf(value) ?? '') ?? [];
  return year && `${year}-${month}-${day}`;
}
