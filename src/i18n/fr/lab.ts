import type { lab as en } from '../en/lab.ts';
import { report } from './lab-report.ts';

export const lab: typeof en = {
  report,
  project: {
    headers: {
      machines: 'POSTES',
      byHand: 'À LA MAIN',
      byAgent: 'PAR AGENT',
      gain: 'GAIN',
      course: 'COURS',
      parallel: 'CE QUI SUPPOSE',
    },
    byHand: 'à la main',
    byAgent: 'par agent',
    premise: (manual, auto, parallel) =>
      `Un poste : ${manual} à la main, ${auto} par agent ; ${parallel === 1 ? 'un agent à la fois' : `${parallel} agents à la fois`}.`,
    parallel: (parallel) => (parallel === undefined ? 'jamais' : `${parallel} à la fois`),
    breakEven: (machines) =>
      machines === undefined
        ? 'Les agents ne sont jamais plus rapides.'
        : machines === 1
          ? 'Les agents sont plus rapides dès le premier poste.'
          : `Les agents sont plus rapides à partir de ${machines} postes.`,
    noSetup: 'L’installation des agents n’est pas comptée : --setup-minutes l’ajoute.',
    courseNotes: [
      'COURS : à la main / par agent, selon la fiche du cours ; — veut dire irréaliste.',
      'CE QUI SUPPOSE : les agents à la fois qui donneraient les heures du cours.',
    ],
  },
  auto: {
    run: 'passage de l’agent',
    title: (runs) => `L’agent sur cette machine, ${runs === 1 ? 'un passage' : `${runs} passages, médianes`} :`,
    headers: { phase: 'PHASE', time: 'DURÉE', processor: 'PROCESSEUR', first: '1er PASSAGE' },
    phases: {
      start: 'démarrage',
      collect: 'collecte',
      build: 'rédaction',
      compress: 'compression',
      connect: 'connexion',
      send: 'envoi',
      answer: 'réponse',
    },
    whole: 'en tout',
    slowest: 'Ses collecteurs les plus lents ; ils tournent ensemble, leurs durées se recouvrent :',
    items: (count) => `${count} ${count < 2 ? 'ligne' : 'lignes'}`,
    others: (count) => `et ${count} autres`,
    travelled: (run, size, packed) => `Le passage ${run} a envoyé ${size}, ${packed} compressés.`,
    absent: (phases) => `Sans --server rien ne voyage : ni ${phases.replaceAll(', ', ', ni ')}.`,
  },
  class: {
    headers: { student: 'CODE', far: 'LOIN DES AUTRES' },
    measures: {
      minutes: 'MINUTES',
      correct: 'RUBRIQUES JUSTES',
      accuracy: 'EXACTITUDE %',
      secondsPerCorrect: 'S/RUBRIQUE',
      agentSeconds: 'AGENT S',
    },
    median: 'médiane',
    low: '1er quartile',
    high: '3e quartile',
    count: (count) => `${count} ${count < 2 ? 'exercice' : 'exercices'} ; à la main, sauf la dernière colonne.`,
    far: '! est loin des autres : au-delà d’une fois et demie la moitié centrale.',
    none: 'Aucun exercice n’est terminé ici.',
    skipped: (folder, reason) => `laissé de côté : ${folder} : ${reason}`,
  },
  screen: {
    title: 'TP chronométré',
    sheet: 'Fiche',
    manual: 'À LA MAIN',
    auto: 'PAR AGENT',
    notBegun: 'pas commencé',
    begun: 'commencé',
    finished: 'terminé',
    fields: (filled, all) => `${filled}/${all} rubriques remplies`,
    machines: (count, one) => `${count} ${one ? 'poste' : 'postes'}`,
    course: 'COURS',
    measured: 'MESURÉ ICI',
    gain: 'GAIN',
    supposed: (agents) =>
      `Hypothèse : ${agents === 1 ? 'un agent à la fois' : `${agents} agents à la fois`}, sans mise en place ; p plus, P moins.`,
    early: 'Elle se montre une fois la fiche terminée et l’agent passé : avant, elle donnerait les réponses.',
  },
  printed: 'Le fichier HTML, ouvert dans un navigateur, s’imprime sur une page.',
  tooLong: (command) => `Des lignes ont défilé : ${command} | less`,
  unknown: 'je ne sais pas',
  verdicts: {
    exact: 'exact',
    equal: 'équivalent',
    close: 'assez proche',
    wrong: 'faux',
    missing: 'manquant',
    person: 'humain seul',
    'needs-root': 'il faut root ou un administrateur',
    'not-collected': 'non collecté',
    none: 'l’agent n’a rien',
  },
  compare: {
    field: 'RUBRIQUE',
    manual: 'À LA MAIN',
    auto: 'PAR AGENT',
    verdict: 'VERDICT',
    time: 'DURÉE',
    personTitle: 'Ce qu’aucun agent ne peut savoir :',
    manualSide: (accuracy, correct, time, each) =>
      `À la main : ${accuracy} de juste, ${correct} rubriques en ${time}, soit ${each} chacune`,
    autoSide: (accuracy, correct, time, each) =>
      `Par agent : ${accuracy} de la fiche, ${correct} rubriques en ${time}, soit ${each} chacune`,
  },
  made: (title, fields, folder) => `${title} : ${fields} rubriques, dans ${folder}`,
  next: (command) => `Ensuite : ${command}`,
  askReset: (folder) => `Effacer l’exercice de ${folder} ?`,
  yesNo: '[o/N]',
  yes: 'o',
  wiped: (folder) => `L’exercice de ${folder} est effacé.`,
  kept: 'Rien n’a été effacé.',
  quiz: {
    head: (at, total) => `Question ${at} sur ${total}`,
    letter: (letters) => `Votre réponse (${letters}, ? si vous ne savez pas) : `,
    number: 'Votre réponse (un nombre, ? si vous ne savez pas) : ',
    again: 'Ce n’est aucune des réponses.',
    right: 'Juste.',
    wrong: (answer) => `Non : ${answer}.`,
    score: (right, total) => `${right} bonne${right > 1 ? 's' : ''} réponse${right > 1 ? 's' : ''} sur ${total}.`,
    left: (given, total, command) => `${given} sur ${total} ; ${command} continue là.`,
  },
};
