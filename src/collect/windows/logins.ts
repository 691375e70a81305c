import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collected } from '../collector.ts';
import { text } from '../sources/values.ts';
import { askWindows } from './powershell.ts';

/** Who is logged in: who sits at the console, first, and those with a desktop from afar. */
export async function loginsOf(host: Host): Promise<Collected<'users'> | undefined> {
  const [computer, logons] = await Promise.all([askWindows(host, 'computer'), askWindows(host, 'logons')]);
  if (!computer || !logons) return undefined;
  const named = [
    ...computer.rows.map(({ UserName }) => (text(UserName) ?? '').split('\\').toReversed()),
    ...logons.rows.map(({ user, domain }) => [text(user), text(domain)]),
  ];
  const logins = named.flatMap(([login, domain]) => (login ? [{ login, ...present({ domain }) }] : []));
  const keys = logins.map(({ login, domain }) => `${domain}\\${login}`.toLowerCase());
  const rows = logins.filter((_, at) => keys.indexOf(keys[at] ?? '') === at);
  return { rows, ...present({ missing: computer.missing ?? logons.missing }) };
}
