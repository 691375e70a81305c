import { problems as en } from '../en/problems.ts';

export const problems: typeof en = {
  said: {
    noMachine: (name) => `Aucun poste ne s’appelle ${name}`,
    noId: (id) => `Aucun poste n’a l’identifiant ${id}`,
    ambiguous: (name, candidates) => `${name} peut être ${candidates}`,
    ambiguousMore: (name, candidates, more) => `${name} peut être ${candidates} et ${more} autres`,
    noSnapshotYet: () => 'Le poste n’a pas encore d’instantané',
    noSnapshotAt: (when, seq, at) => `Aucun instantané ${when} ; le premier est #${seq} du ${at}`,
    noSnapshot: (machine, seq) => `${machine} n’a pas d’instantané #${seq}`,
    noTime: (text) => `${text} n’est pas un moment`,
    noTimeForm: (text) => `${text} n’est pas un moment : écrire une date, 7d, #3, first, last, last~1 ou une empreinte`,
    endsWithAt: (text) => `${text} finit par @ sans moment`,
    noWord: () => 'chercher au moins un mot',
    emptyGroup: (query) => `aucun poste n’est dans le groupe ${query}`,
    largeGroup: (machines, most) => `le groupe a ${machines} postes ; ${most} au plus se comparent`,
    twoGroups: () => 'deux groupes ne se comparent pas',
    noBaseline: (name) => `Aucune référence ne s’appelle ${name}`,
    noBaselineBut: (name, known) => `Aucune référence ne s’appelle ${name} ; il y a ${known}`,
    noColumn: (at, column, known) => `caractère ${at} de la requête : pas de colonne ${column} ; il y a ${known}`,
    noPattern: (at, why) => `caractère ${at} de la requête : motif illisible (${why})`,
    notMeasured: (at, column, text) =>
      `caractère ${at} de la requête : ${column} ne se compare pas à ${text} ; écrire 8, 512M, 30d`,
    isText: (at, column) =>
      `caractère ${at} de la requête : ${column} est un texte : ${column}:partie ou ${column}=entier`,
  },
  codes: {
    ...en.codes,
    unreachable: (why) => `Injoignable : ${why}`,
    'cannot-write': (why) => `Écriture impossible : ${why}`,
    busy: (why) => `Occupé, à réessayer plus tard : ${why}`,
    permission: (why) => `Accès refusé : ${why}`,
    'store-damaged': (why) => `Base abîmée : ${why}`,
  },
};
