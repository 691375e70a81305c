import { problem } from '../i18n/problem.ts';
import type { ParcoursError } from '../model/errors.ts';
import { safeText } from '../model/safe-text.ts';
import type { FleetRow } from '../store/store.ts';

/**
 * The machine that a person means: an id, an alias, a name, or the beginning of an id or name that only one has.
 * Fails with `not-found`, and with `ambiguous` naming the candidates.
 */
export function findMachine<R extends FleetRow>(rows: readonly R[], text: string): R {
  const wanted = text.toLowerCase();
  const ways: readonly ((row: R) => boolean)[] = [
    ({ id }) => id === text,
    ({ aliases }) => aliases.includes(text),
    ({ name, id }) => [name, id].some((own) => own.toLowerCase() === wanted),
    ({ name, id }) => [name, id].some((own) => own.toLowerCase().startsWith(wanted)),
  ];
  const found = ways.map((way) => rows.filter(way)).find((candidates) => candidates.length > 0) ?? [];
  const [only] = found;
  if (!only || text === '') throw problem('not-found', 'noMachine', safeText(text));
  if (found.length > 1) throw ambiguity(text, found);
  return only;
}

/** True where a text is, whole, what one machine is called. */
export function isMachineName(rows: readonly FleetRow[], text: string): boolean {
  const wanted = text.toLowerCase();
  return rows.some(({ id, name, aliases }) => [id, name, ...aliases].some((own) => own.toLowerCase() === wanted));
}

const MAX_NAMED = 10;

function ambiguity(text: string, found: readonly FleetRow[]): ParcoursError {
  const named = found.slice(0, MAX_NAMED).map(({ name, id }) => `${safeText(name)} (${safeText(id)})`);
  const candidates = named.join(', ');
  if (found.length <= MAX_NAMED) return problem('ambiguous', 'ambiguous', safeText(text), candidates);
  return problem('ambiguous', 'ambiguousMore', safeText(text), candidates, String(found.length - MAX_NAMED));
}
