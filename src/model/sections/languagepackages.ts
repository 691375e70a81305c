import { date, many, text } from '../descriptor.ts';

/** Packages of programming languages: pip, npm, gem. Ours alone, and only where they are asked for. */
export const languagepackages = many('LANGUAGE_PACKAGES', {
  topic: 'software',
  label: { en: 'Language packages', fr: 'Paquets de langages' },
  identity: [['manager', 'name', 'folder'], ['manager', 'name'], ['name']],
  columns: ['name', 'version', 'manager', 'publisher', 'folder'],
  fields: {
    name: text('NAME', 'Name', 'Nom', { source: 'METADATA, package.json, *.gemspec' }),
    version: text('VERSION', 'Version', 'Version', { source: 'METADATA, package.json, *.gemspec' }),
    manager: text('FROM', 'Source', 'Source'),
    publisher: text('PUBLISHER', 'Author', 'Auteur', { source: 'METADATA Author, package.json author' }),
    installDate: date('INSTALLDATE', 'Installed on', 'Installé le', { source: 'mtime of the metadata' }),
    folder: text('FOLDER', 'Folder', 'Dossier'),
    comments: text('COMMENTS', 'Comments', 'Commentaires', { source: 'METADATA Summary' }),
  },
});
