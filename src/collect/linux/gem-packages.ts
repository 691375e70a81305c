import { present } from '../../model/present.ts';
import { type LanguagePackage, languagePackages } from './language-package.ts';

const FOLDERS = [
  '/var/lib/gems/*/specifications',
  '/usr/share/rubygems-integration/*/specifications',
  '/usr/lib/ruby/gems/*/specifications',
  '/usr/lib/ruby/gems/*/specifications/default',
  '/usr/local/lib/ruby/gems/*/specifications',
  '/usr/share/gems/specifications',
  '/home/*/.local/share/gem/ruby/*/specifications',
  '/home/*/.gem/ruby/*/specifications',
];

/** Packages of Ruby, as `gem list` has them. */
export const linuxGemPackages = languagePackages({
  manager: 'gem',
  folders: FOLDERS,
  files: ['*.gemspec'],
  parse: parseGemspec,
});

/** Ruby, of which lines such as `s.name = "rake".freeze` are read: RubyGems writes them all alike. */
export function parseGemspec(text: string): LanguagePackage {
  const value = (name: string) =>
    new RegExp(`^\\s*s\\.${name}\\s*=\\s*(?:Gem::Version\\.new\\s*\\(?)?"([^"]+)"`, 'm').exec(text)?.[1];
  const [, authors = ''] = /^\s*s\.authors\s*=\s*\[([^\]]*)\]/m.exec(text) ?? [];
  const names = [...authors.matchAll(/"([^"]+)"/g)].map(([, name]) => name);
  return present({
    name: value('name'),
    version: value('version'),
    publisher: names.join(', '),
    comments: value('summary'),
  });
}
