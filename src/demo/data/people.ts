/** Accounts of a school. The people are invented. */
export interface Person {
  readonly login: string;
  readonly name: string;
}

export const teachers: readonly Person[] = [
  { login: 'm.kervalec', name: 'Maëlle Kervalec' },
  { login: 's.ourdine', name: 'Samir Ourdine' },
  { login: 'c.vaubrun', name: 'Clarisse Vaubrun' },
  { login: 't.lassaigne', name: 'Théo Lassaigne' },
  { login: 'i.doremieux', name: 'Inès Dorémieux' },
];

export const pupils: readonly Person[] = [
  { login: 'sio1-01', name: 'Poste élève 1' },
  { login: 'sio1-02', name: 'Poste élève 2' },
  { login: 'sio2-01', name: 'Poste élève 3' },
  { login: 'sio2-02', name: 'Poste élève 4' },
];

export const newcomers: readonly Person[] = [
  { login: 'stagiaire', name: 'Stagiaire informatique' },
  { login: 'invite-cdi', name: 'Invité du CDI' },
  { login: 'y.brancourt', name: 'Yanis Brancourt' },
];
