import { one, text } from '../descriptor.ts';

/** The Java run time of an Android device, as OCS agents tell it. */
export const javainfo = one('JAVAINFO', {
  topic: 'software',
  label: { en: 'Java', fr: 'Java' },
  columns: ['name', 'pathLevel', 'country', 'home'],
  fields: {
    name: text('JAVANAME', 'Name', 'Nom'),
    pathLevel: text('JAVAPATHLEVEL', 'Patch level', 'Niveau de correctif'),
    country: text('JAVACOUNTRY', 'Country', 'Pays'),
    classPath: text('JAVACLASSPATH', 'Class path', 'Chemin des classes'),
    home: text('JAVAHOME', 'Folder', 'Dossier'),
  },
});
