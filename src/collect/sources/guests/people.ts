import type { Host } from '../../../model/host.ts';
import { parseColonFile } from '../colon-file.ts';
import { exists, readAllowed } from '../text.ts';

/** A person with an account, whose home may hold guests. */
export interface Person {
  readonly login: string;
  readonly uid: string;
  readonly home: string;
}

const FIRST_UID = 1000;
const NOBODY = 65534;

/** Accounts of /etc/passwd that are people's, root among them; none where the manager of guests is not installed. */
export async function peopleWith(host: Host, manager: string): Promise<readonly Person[]> {
  if (!(await exists(host, manager))) return [];
  const lines = parseColonFile((await readAllowed(host, '/etc/passwd')) ?? '', 7);
  return lines
    .map(([login = '', , uid = '', , , home = '']) => ({ login, uid, home }))
    .filter(({ uid, home }) => home.startsWith('/') && home !== '/' && isPerson(Number(uid)));
}

function isPerson(uid: number): boolean {
  return uid === 0 || (uid >= FIRST_UID && uid !== NOBODY);
}
