import type { service as en } from '../en/service.ts';

export const service: typeof en = {
  installed: 'Le service est installé ; parcours service status dit comment il va.',
  onlyWritten: 'Les fichiers sont écrits ; rien n’a été lancé.',
  uninstalled: 'Le service est retiré.',
  notInstalled: 'pas installé',
  stateKept: (folder) => `gardé, avec l’identifiant de la machine : ${folder}`,
  noProgram: 'ce programme ne sait pas où il se trouve',
  programAtHome: (program) =>
    `${program} est dans un dossier personnel : qui peut y écrire décide de ce que root exécute. Installez le programme pour tous, par exemple dans /usr/local.`,
  titles: {
    service: 'Service',
    runs: 'Exécute',
    missing: 'Manque',
    lastRun: 'Dernier',
    server: 'Serveur',
    nextRun: 'Prochain',
  },
  on: 'actif',
  off: 'pas lancé',
  unknown: 'inconnu',
  never: 'aucun encore',
  lastRunHidden: 'réservé à root : lancez la commande avec sudo',
  lastRunForAdministrators: "réservé aux administrateurs : lancez la commande en tant qu'administrateur",
  notEnded: 'en cours, ou interrompu',
  went: (seconds) => `réussi en ${seconds} s (code 0)`,
  failed: (exitCode, message) => `échec (code ${exitCode}) : ${message}`,
  noAnswer: 'échec',
  noNextRun: 'aucun',
  expected: (time) => `${time}, si la machine est allumée`,
};
