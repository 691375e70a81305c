import { integer, list, one, text } from '../descriptor.ts';

/** The agent's own program and run time. FusionInventory and GLPI agents only. */
export const versionprovider = one('VERSIONPROVIDER', {
  topic: 'system',
  volatile: true,
  label: { en: 'Inventory program', fr: "Programme d'inventaire" },
  columns: ['name', 'version', 'program', 'perlVersion'],
  fields: {
    name: text('NAME', 'Name', 'Nom'),
    version: text('VERSION', 'Version', 'Version'),
    comments: list('COMMENTS', '\n', 'Comments', 'Commentaires'),
    program: text('PROGRAM', 'Program', 'Programme'),
    perlVersion: text('PERL_VERSION', 'Perl version', 'Version de Perl'),
    perlProgram: text('PERL_EXE', 'Perl program', 'Programme Perl'),
    perlArguments: text('PERL_ARGS', 'Arguments', 'Arguments', { sensitive: true }),
    perlConfiguration: list('PERL_CONFIG', '\n', 'Perl configuration', 'Configuration de Perl'),
    perlFolders: text('PERL_INC', 'Perl folders', 'Dossiers de Perl'),
    perlModules: list('PERL_MODULE', '\n', 'Perl modules', 'Modules de Perl'),
    etime: integer('ETIME', 'Time of the run', "Durée de l'inventaire", { unit: 's' }),
  },
});
