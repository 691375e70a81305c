/** A package of /var/lib/dpkg/status that is installed. */
export interface DebPackage {
  readonly name: string;
  readonly version: string;
  readonly architecture: string;
  /** Name and address, as `Debian Adduser Developers <adduser@packages.debian.org>`. */
  readonly maintainer: string;
  /** First line of the description. */
  readonly summary: string;
  readonly section: string;
  /** Size when unpacked, in KiB. */
  readonly installedSize?: number;
  /** `Multi-Arch: same`: its files are listed under `name:architecture`. */
  readonly multiArch: boolean;
}

/** One pass over the file: it has tens of thousands of lines. */
export function parseDpkgStatus(text: string): readonly DebPackage[] {
  const packages: DebPackage[] = [];
  let start = 0;
  while (start < text.length) {
    const blank = text.indexOf('\n\n', start);
    const end = blank < 0 ? text.length : blank;
    const stanza = text.slice(start, end);
    if (fieldOf(stanza, 'Status').endsWith(' installed')) packages.push(packageOf(stanza));
    start = end + 2;
  }
  return packages;
}

function packageOf(stanza: string): DebPackage {
  const size = Number(fieldOf(stanza, 'Installed-Size'));
  return {
    name: fieldOf(stanza, 'Package'),
    version: fieldOf(stanza, 'Version'),
    architecture: fieldOf(stanza, 'Architecture'),
    maintainer: fieldOf(stanza, 'Maintainer'),
    summary: fieldOf(stanza, 'Description'),
    section: fieldOf(stanza, 'Section'),
    multiArch: fieldOf(stanza, 'Multi-Arch') === 'same',
    ...(size > 0 ? { installedSize: size } : {}),
  };
}

function fieldOf(stanza: string, name: string): string {
  const label = `${name}: `;
  const found = stanza.startsWith(label) ? 0 : stanza.indexOf(`\n${label}`) + 1;
  if (found === 0 && !stanza.startsWith(label)) return '';
  const start = found + label.length;
  const end = stanza.indexOf('\n', start);
  return stanza.slice(start, end < 0 ? stanza.length : end).trim();
}
