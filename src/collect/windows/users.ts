import { present } from '../../model/present.ts';
import { fromWindows } from './from-windows.ts';
import { text } from './values.ts';

/** Who sits at the machine: `DOMAIN\user`. */
export const windowsUsers = fromWindows('users', 'computer', (computers) =>
  computers.flatMap((computer) => {
    const [login, domain] = (text(computer.UserName) ?? '').split('\\').toReversed();
    return login ? [present({ login, domain })] : [];
  }),
);

/** Accounts of the machine itself, by their security id. */
export const windowsLocalUsers = fromWindows('localusers', 'accounts', (accounts) =>
  accounts.map(({ Name, SID, FullName }) => present({ login: text(Name), id: text(SID), name: text(FullName) })),
);

export const windowsLocalGroups = fromWindows('localgroups', 'groups', (groups) =>
  groups.map(({ Name, SID }) => present({ name: text(Name), id: text(SID) })),
);
