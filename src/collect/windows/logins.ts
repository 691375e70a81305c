import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import { askWindows } from './powershell.ts';
import { text } from './values.ts';

export interface Login {
  readonly login: string;
  readonly domain?: string;
}

/** Who is logged in: who sits at the console, first, and those with a desktop from afar. */
export async function loginsOf(
  host: Host,
): Promise<{ readonly rows: readonly Login[]; readonly missing?: string } | undefined> {
  const [computer, logons] = await Promise.all([askWindows(host, 'computer'), askWindows(host, 'logons')]);
  if (!computer || !logons) return undefined;
  const named = [
    ...computer.rows.map(({ UserName }) => (text(UserName) ?? '').split('\\').toReversed()),
    ...logons.rows.map(({ user, domain }) => [text(user), text(domain)]),
  ];
  const logins = named.flatMap(([login, domain]) => (login ? [{ login, ...present({ domain }) }] : []));
  const known = new Map(logins.toReversed().map((one) => [`${one.domain}\\${one.login}`.toLowerCase(), one]));
  return { rows: [...known.values()].toReversed(), ...present({ missing: computer.missing ?? logons.missing }) };
}
