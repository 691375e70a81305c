import type { report as en } from '../en/lab-report.ts';

export const report: typeof en = {
  title: 'Inventaire à la main et par agent',
  student: 'Code élève',
  date: 'Fait le',
  competence: 'Compétence',
  program: 'Réalisé avec',
  timings: 'Durées et exactitude',
  timingHeaders: ['', 'Durée', 'Rubriques justes', 'Exactitude', 'Par rubrique juste'],
  byHand: 'À la main',
  byAgent: 'Par agent',
  pauses: (count, time, reasons) =>
    `Le chronomètre a été arrêté ${count === 1 ? 'une fois' : `${count} fois`}, ${time} en tout${reasons === '' ? '' : ` : ${reasons}`}.`,
  runs: (runs, sent) =>
    `L’agent est passé ${runs === 1 ? 'une fois' : `${runs} fois, la médiane compte`} ; ${sent ? 'un serveur a pris son inventaire' : 'sans serveur'}. À la main, l’exactitude porte sur ce que l’agent sait ; par agent, sur toute la fiche.`,
  fields: 'La fiche, rubrique par rubrique',
  fieldHeaders: ['Rubrique', 'À la main', 'Durée'],
  moreFields: (count) => `et ${count} autres rubriques, que montre parcours lab compare.`,
  persons: (names) => `Ce qu’aucun agent ne peut savoir : ${names}.`,
  projection: 'Ce que demande tout un parc',
  supposing: (setup, parallel) =>
    `En supposant ${setup} de mise en place et ${parallel === 1 ? 'un agent à la fois' : `${parallel} agents à la fois`}. Cours : à la main / par agent.`,
  proof: 'Empreinte de l’exercice',
  proofHow:
    'SHA-256 de ses fichiers exercise.json, manual.json et auto.json, dans cet ordre : tout ce qui a été saisi, mesuré et trouvé. Dans leur dossier : cat exercise.json manual.json auto.json | sha256sum',
  signatures: ['Date et signature de l’élève', 'Date et signature de l’enseignant'],
};
