import type { SectionRow, Sections } from '../model/catalogue.ts';
import { type Person, pupils, teachers } from './data/people.ts';
import type { System } from './data/systems.ts';
import type { Random } from './random.ts';
import type { Place } from './roles.ts';

/** Accounts and groups of the machine itself. */
export function accountSections(place: Place, system: System, random: Random): Sections {
  const people = place.role.staff ? [random.pick(teachers)] : place.role.wing === 'SRV' ? [] : pupils.slice(0, 2);
  if (system.family === 'windows') return windowsAccounts(people);
  return { localusers: [...builtIn(system), ...people.map(unixUser(system))], localgroups: unixGroups(people) };
}

/** The account that a newcomer gets on a machine of that system. */
export function accountFor(person: Person, system: System, others: number): SectionRow<'localusers'> {
  return system.family === 'windows' ? windowsUser(person, others) : unixUser(system)(person, others);
}

function builtIn(system: System): readonly SectionRow<'localusers'>[] {
  const shell = system.family === 'macos' ? '/bin/sh' : '/bin/bash';
  const nologin = '/usr/sbin/nologin';
  return [
    { login: 'root', id: '0', gid: '0', name: 'root', home: system.family === 'macos' ? '/var/root' : '/root', shell },
    { login: 'daemon', id: '1', gid: '1', name: 'daemon', home: '/usr/sbin', shell: nologin },
    { login: 'www-data', id: '33', gid: '33', name: 'www-data', home: '/var/www', shell: nologin },
    { login: 'nobody', id: '65534', gid: '65534', name: 'nobody', home: '/nonexistent', shell: nologin },
    { login: 'gestion', id: '1000', gid: '1000', name: 'Gestion du parc', home: '/home/gestion', shell },
  ];
}

function unixUser(system: System): (person: Person, index: number) => SectionRow<'localusers'> {
  const homes = system.family === 'macos' ? '/Users' : '/home';
  return ({ login, name }, index) => {
    const id = String(1001 + index);
    return { login, name, id, gid: id, home: `${homes}/${login}`, shell: '/bin/bash' };
  };
}

function unixGroups(people: readonly Person[]): readonly SectionRow<'localgroups'>[] {
  return [
    { name: 'root', id: '0' },
    { name: 'sudo', id: '27', members: ['gestion'] },
    { name: 'www-data', id: '33' },
    { name: 'users', id: '100', members: ['gestion', ...people.map(({ login }) => login)] },
  ];
}

function windowsAccounts(people: readonly Person[]): Sections {
  const logins = people.map(({ login }) => login);
  return {
    localusers: [
      { login: 'Administrateur', id: 'S-1-5-21-500' },
      { login: 'Invité', id: 'S-1-5-21-501' },
      { login: 'gestion', id: 'S-1-5-21-1001', name: 'Gestion du parc' },
      ...people.map(windowsUser),
    ],
    localgroups: [
      { name: 'Administrateurs', id: 'S-1-5-32-544', members: ['Administrateur', 'gestion'] },
      { name: 'Utilisateurs', id: 'S-1-5-32-545', members: logins },
    ],
  };
}

function windowsUser({ login, name }: Person, index: number): SectionRow<'localusers'> {
  return { login, name, id: `S-1-5-21-${1002 + index}` };
}
