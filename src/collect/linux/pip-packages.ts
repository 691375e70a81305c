import { present } from '../../model/present.ts';
import { type LanguagePackage, languagePackages } from './language-package.ts';

const FOLDERS = [
  '/usr/lib/python3*/dist-packages',
  '/usr/lib/python3*/site-packages',
  '/usr/lib64/python3*/site-packages',
  '/usr/local/lib/python3*/dist-packages',
  '/usr/local/lib/python3*/site-packages',
  '/home/*/.local/lib/python3*/site-packages',
  '/root/.local/lib/python3*/site-packages',
];

/** Packages of Python, as pip lists them. */
export const linuxPipPackages = languagePackages({
  manager: 'pip',
  folders: FOLDERS,
  files: ['*.dist-info/METADATA', '*.egg-info/PKG-INFO'],
  parse: parseMetadata,
});

/** Core metadata of Python packages: mail headers, then the description. */
export function parseMetadata(text: string): LanguagePackage {
  const [head = ''] = text.split(/\r?\n\r?\n/, 1);
  const field = (name: string) => new RegExp(`^${name}: *(.+)$`, 'im').exec(head)?.[1]?.trim();
  const mail = field('Author-email')?.replace(/\s*<[^>]*>/g, '');
  return present({
    name: field('Name'),
    version: field('Version'),
    publisher: known(field('Author')) ?? (mail?.includes('@') ? undefined : known(mail)),
    comments: known(field('Summary')),
  });
}

function known(text: string | undefined): string | undefined {
  return text === 'UNKNOWN' ? undefined : text;
}
