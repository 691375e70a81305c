import { present } from '../../model/present.ts';
import { type LanguagePackage, languagePackages } from './language-package.ts';

const FOLDERS = ['/usr/lib/node_modules', '/usr/local/lib/node_modules', '/home/*/.npm-global/lib/node_modules'];

/** Packages of Node.js that are installed for the whole machine or user, as `npm list --global` has them. */
export const linuxNpmPackages = languagePackages({
  manager: 'npm',
  folders: FOLDERS,
  files: ['*/package.json', '@*/*/package.json'],
  parse: parsePackageJson,
});

interface PackageJson {
  readonly name?: unknown;
  readonly version?: unknown;
  readonly description?: unknown;
  readonly author?: unknown;
}

/** Undefined where it is no JSON: a package that nobody can load. */
export function parsePackageJson(text: string): LanguagePackage | undefined {
  try {
    const { name, version, description, author } = JSON.parse(text) as PackageJson;
    return present({
      name: textOf(name),
      version: textOf(version),
      publisher: authorOf(author),
      comments: textOf(description),
    });
  } catch {
    return undefined;
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** `{ name }`, or `Name <mail> (page)`. */
function authorOf(author: unknown): string | undefined {
  const name = typeof author === 'object' && author !== null && 'name' in author ? author.name : author;
  return textOf(name)?.replace(/\s*[<(].*$/, '');
}
