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
    noFile: (path) => `${path} n’existe pas`,
    notAFile: (path) => `${path} est un dossier ; il faut un fichier`,
    closedFile: (path) => `${path} ne peut pas être lu par cet utilisateur`,
    unreadFile: (path, why) => `${path} est illisible : ${why}`,
    noExercise: (folder) => `${folder} ne contient pas d’exercice : parcours lab new en crée un`,
    sheetNotDone: () => 'la fiche n’est pas terminée : parcours lab manual',
    agentNotRun: () => 'l’agent n’est pas encore passé : parcours lab auto',
    noMoment: (option) => `--${option} : écrire 7d, 12h, 3w, 2026-11-21 ou 2026-11-21T09:12`,
    noSection: (option, name, known) => `--${option} : pas de section ${name} ; il y a ${known}`,
    noServer: () =>
      'aucun serveur à qui envoyer l’inventaire : donner --server=HÔTE, ou --local=DOSSIER ou --stdout pour s’en passer',
    noServerAlways: () => 'aucun serveur à qui envoyer l’inventaire : donner --server=HÔTE, ou --local=DOSSIER',
    noListenAddress: (text) => `--listen ${text} : écrire ADRESSE:PORT, par exemple 0.0.0.0:8080`,
    portInUse: (host, port) =>
      `le port ${port} de ${host} est pris : arrêter le programme qui l’écoute, ou donner un autre port avec --listen`,
    notOurAddress: (host) => `ce poste n’a pas l’adresse ${host} : 0.0.0.0 vaut pour toutes les siennes`,
    closedPort: (host, port) =>
      `cet utilisateur ne peut pas écouter le port ${port} de ${host} : en prendre un à partir de 1024`,
    closedStore: (path) =>
      `la base est à un autre utilisateur, ${path} ne peut pas être lu : donner --store, ou demander à root`,
    noStoreFolder: (path) =>
      `la base est un dossier, et ${path} est dans un fichier : en donner une autre avec --store`,
    writtenStore: (store, pid) =>
      `le processus ${pid} écrit dans la base ${store} : l’arrêter d’abord, ou donner une autre base avec --store`,
    noDemoFolder: () => 'il manque où écrire le parc : donner --out BASE',
    fullDemoFolder: (folder) => `${folder} n’est pas vide : un parc de démonstration veut un dossier à lui`,
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
