import { date, integer, many, text, yesNo } from '../descriptor.ts';

/** Installed software. OCS protocol section 3.11. */
export const softwares = many('SOFTWARES', {
  topic: 'software',
  bit: 65536,
  label: { en: 'Software', fr: 'Logiciels' },
  identity: [['name', 'architecture', 'guid'], ['name', 'architecture'], ['name', 'guid'], ['name']],
  columns: ['name', 'version', 'publisher', 'installDate', 'architecture', 'fileSize'],
  fields: {
    name: text('NAME', 'Name', 'Nom', { source: '/var/lib/dpkg/status Package' }),
    version: text('VERSION', 'Version', 'Version', { source: '/var/lib/dpkg/status Version' }),
    publisher: text('PUBLISHER', 'Publisher', 'Éditeur', { source: '/var/lib/dpkg/status Maintainer' }),
    installDate: date('INSTALLDATE', 'Installed on', 'Installé le', {
      source: 'mtime of /var/lib/dpkg/info/*.list',
      glpi: 'install_date',
    }),
    architecture: text('ARCHITECTURE', 'Architecture', 'Architecture', { fusion: 'ARCH' }),
    fileSize: integer('FILESIZE', 'Size', 'Taille', { unit: 'bytes', source: 'Installed-Size × 1024' }),
    from: text('FROM', 'Source', 'Source'),
    folder: text('FOLDER', 'Folder', 'Dossier'),
    comments: text('COMMENTS', 'Comments', 'Commentaires'),
    fileName: text('FILENAME', 'File', 'Fichier'),
    guid: text('GUID', 'GUID', 'GUID'),
    language: text('LANGUAGE', 'Language', 'Langue'),
    bitsWidth: integer('BITSWIDTH', 'Width', 'Largeur', { unit: 'bit' }),
    sourceKind: text('SOURCE', 'Found in', 'Trouvé dans'),
    status: text('STATUS', 'Status', 'État'),
    category: text('SYSTEM_CATEGORY', 'Category', 'Catégorie'),
    releaseType: text('RELEASE_TYPE', 'Release type', 'Type de version'),
    uninstall: text('UNINSTALL_STRING', 'Uninstall command', 'Commande de désinstallation'),
    aboutUrl: text('URL_INFO_ABOUT', 'Web page', 'Page web'),
    helpLink: text('HELPLINK', 'Help page', "Page d'aide"),
    noRemove: yesNo('NO_REMOVE', 'Not removable', 'Non désinstallable'),
    userName: text('USERNAME', 'User', 'Utilisateur', { sensitive: true }),
    userId: text('USERID', 'User id', "Identifiant d'utilisateur", { sensitive: true }),
  },
});
