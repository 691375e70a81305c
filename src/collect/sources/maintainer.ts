/** Name of who maintains a package, without the address: `Debian Adduser Developers <adduser@packages.debian.org>`. */
export function maintainerName(text: string): string {
  return text.replace(/\s*<[^>]*>\s*$/, '');
}
