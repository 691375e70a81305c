import type { lab as en } from '../en/lab.ts';

export const lab: typeof en = {
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
    courseNotes: [
      'COURS : à la main / par agent, selon la fiche du cours ; — veut dire irréaliste.',
      'CE QUI SUPPOSE : les agents à la fois qui donneraient les heures du cours.',
    ],
  },
  made: (title, fields, folder) => `${title} : ${fields} rubriques, dans ${folder}`,
  next: (command) => `Ensuite : ${command}`,
  askReset: (folder) => `Effacer l’exercice de ${folder} ?`,
  yesNo: '[o/N]',
  yes: 'o',
  wiped: (folder) => `L’exercice de ${folder} est effacé.`,
  kept: 'Rien n’a été effacé.',
};
