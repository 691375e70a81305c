import type { common as en } from '../en/tui-common.ts';

export const common: typeof en = {
  consensus: {
    title: 'En commun',
    size: (group, machines) => `${group} · ${machines}`,
    panes: { outliers: 'Qui diffère', common: 'Ce qu’a la majorité', rare: 'Ce que peu ont' },
    machine: 'Poste',
    missing: 'Absents',
    different: 'Autres',
    extra: 'En trop',
    differences: 'Écarts',
    section: 'Rubrique',
    what: 'Quoi',
    value: 'Valeur',
    have: 'L’ont',
    absent: 'Sans',
    of: (count, all) => `${count} sur ${all}`,
    nobodyDiffers: 'Aucun poste ne diffère de la majorité des autres',
    nothing: 'Rien de ce genre',
    itemLine: (have, of, different, absent) =>
      `${have} sur ${of} l’ont ; ${different} autrement, ${absent} pas du tout`,
    states: { same: 'comme la majorité', different: 'autrement', missing: 'pas du tout', rare: 'l’a' },
  },
  doubles: {
    title: 'Doublons possibles',
    none: 'Aucune paire d’identifiants n’a le même UUID, n° de série ou adresse MAC',
    older: 'Connu avant',
    newer: 'Connu depuis',
    shares: 'En commun',
    cause: 'Sans doute',
    marks: { uuid: 'UUID', serial: 'série', mac: 'MAC' },
    causes: {
      reinstalled: 'réinstallé',
      'two-agents': 'deux agents',
      copied: 'copié',
      adapter: 'adaptateur',
    },
    advice: {
      reinstalled:
        'Le nouvel identifiant commence où l’ancien finit : un seul poste, réinstallé. Pour garder un identifiant, garder le dossier de son agent, ou lancer le nouveau avec --adopt.',
      'two-agents':
        'Les deux sont actifs, par des agents de deux marques : un poste avec deux agents. En arrêter un ; --adopt donne à parcours l’identifiant de l’agent OCS.',
      copied:
        'Les deux sont actifs, par des agents de la même marque : un disque ou une machine virtuelle copiés. Donner à la copie un UUID et un n° de série à elle.',
      adapter:
        'Rien en commun qu’une adresse réseau : un dock ou un adaptateur qui circule. Rien à faire si les deux postes existent.',
    },
  },
};
