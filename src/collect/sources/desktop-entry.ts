import { parseIni } from './ini.ts';

/** A program as desktops list it: Desktop Entry Specification 1.5. */
export interface DesktopEntry {
  readonly name: string;
  readonly comment: string | undefined;
  /** The program it starts, without its arguments. */
  readonly program: string | undefined;
}

/** Undefined where it is no program, or one that is not to be listed. */
export function desktopEntry(text: string): DesktopEntry | undefined {
  const values = parseIni(text).get('Desktop Entry');
  const name = values?.get('Name');
  const isListed = ['NoDisplay', 'Hidden'].every((key) => values?.get(key)?.toLowerCase() !== 'true');
  if (!name || values?.get('Type') !== 'Application' || !isListed) return undefined;
  return { name, comment: values.get('Comment'), program: programOf(values.get('Exec')) };
}

/** The first word, which may stand in quotes. */
function programOf(exec = ''): string | undefined {
  const [, quoted, plain] = /^(?:env\s+(?:\w+=\S*\s+)*)?(?:"([^"]+)"|(\S+))/.exec(exec) ?? [];
  return quoted ?? plain;
}
