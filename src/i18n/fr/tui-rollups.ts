import type { rollups as en } from '../en/tui-rollups.ts';

export const rollups: typeof en = {
  packages: {
    title: 'Logiciels',
    count: (count, one) => `${count} ${one ? 'nom' : 'noms'}`,
    name: 'Logiciel',
    versions: 'Versions',
    nothing: 'Aucun logiciel n’est connu de ces postes',
    orders: { name: 'nom', machines: 'postes', first: 'première apparition' },
  },
  absent: 'Absents',
  first: 'Vu dès le',
  last: 'Vu jusqu’au',
  still: 'toujours là',
  version: 'Version',
  allVersions: '(toutes)',
  noVersion: '(sans version)',
  has: 'Présent',
  presence: (present, of, absent) => `sur ${present} des ${of} · absent de ${absent}`,
  present: (count, of) => `Présent sur ${count} des ${of}`,
  missing: (count, of) => `Absent de ${count} des ${of}`,
};
