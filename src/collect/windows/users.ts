import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { text } from '../sources/values.ts';
import { fromWindows } from './from-windows.ts';
import { loginsOf } from './logins.ts';

/** Who has a desktop here, at the console or from afar. */
export const windowsUsers: Collector<'users'> = {
  name: 'windows/users',
  section: 'users',
  platforms: ['win32'],
  collect: loginsOf,
};

/** Accounts of the machine itself, by their security id. */
export const windowsLocalUsers = fromWindows('localusers', 'accounts', (accounts) =>
  accounts.map(({ Name, SID, FullName }) => present({ login: text(Name), id: text(SID), name: text(FullName) })),
);

export const windowsLocalGroups = fromWindows('localgroups', 'groups', (groups) =>
  groups.map(({ Name, SID }) => present({ name: text(Name), id: text(SID) })),
);
