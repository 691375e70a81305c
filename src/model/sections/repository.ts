import { integer, many, text, yesNo } from '../descriptor.ts';

/** Where packages come from: apt, dnf, zypper, pacman, apk, flatpak. OCS protocol section 3.12. */
export const repository = many('REPOSITORY', {
  topic: 'software',
  label: { en: 'Package sources', fr: 'Dépôts de paquets' },
  identity: [['baseUrl', 'name'], ['baseUrl'], ['fileName', 'name'], ['name']],
  columns: ['name', 'baseUrl', 'enabled', 'fileName', 'tag'],
  fields: {
    name: text('NAME', 'Name', 'Nom', { source: '/etc/apt/sources.list, component' }),
    baseUrl: text('BASEURL', 'Address', 'Adresse', { source: '/etc/apt/sources.list, URI' }),
    fileName: text('FILENAME', 'File', 'Fichier', { source: '/etc/apt/sources.list.d' }),
    enabled: yesNo('ENABLED', 'Enabled', 'Activé'),
    tag: text('TAG', 'Tags', 'Étiquettes'),
    mirrors: text('MIRRORS', 'Mirrors', 'Miroirs'),
    exclude: text('EXCLUDE', 'Exclude', 'Exclure'),
    excluded: text('EXCLUDED', 'Excluded', 'Exclus'),
    packages: integer('PKGS', 'Packages', 'Paquets', { volatile: true }),
    size: text('SIZE', 'Size', 'Taille', { volatile: true }),
    revision: text('REVISION', 'Revision', 'Révision', { volatile: true }),
    updated: text('UPDATED', 'Updated on', 'Mis à jour le', { volatile: true }),
    expire: text('EXPIRE', 'Expires', 'Expire', { volatile: true }),
  },
});
