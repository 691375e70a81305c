import { many, text } from '../descriptor.ts';

/** Java virtual machines, as FusionInventory's Android agent tells them. */
export const jvms = many('JVMS', {
  topic: 'software',
  label: { en: 'Java virtual machines', fr: 'Machines virtuelles Java' },
  identity: [['name', 'home'], ['name']],
  columns: ['name', 'version', 'vendor', 'home'],
  fields: {
    name: text('NAME', 'Name', 'Nom'),
    version: text('VERSION', 'Version', 'Version'),
    vendor: text('VENDOR', 'Vendor', 'Éditeur'),
    runtime: text('RUNTIME', 'Run time', 'Environnement'),
    home: text('HOME', 'Folder', 'Dossier'),
    language: text('LANGUAGE', 'Language', 'Langue'),
    classPath: text('CLASSPATH', 'Class path', 'Chemin des classes'),
  },
});
