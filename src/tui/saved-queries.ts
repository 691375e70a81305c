/** A filter of the fleet that somebody gave a name. */
export interface SavedQuery {
  readonly name: string;
  readonly query: string;
}

/** In the order of their names; one of the same name is replaced. */
export function withQuery(queries: readonly SavedQuery[], added: SavedQuery): readonly SavedQuery[] {
  const others = withoutQuery(queries, added.name);
  return [...others, added].sort((a, b) => a.name.localeCompare(b.name)).slice(0, MAX_QUERIES);
}

export function withoutQuery(queries: readonly SavedQuery[], name: string): readonly SavedQuery[] {
  return queries.filter((one) => one.name !== name);
}

/** Those among what was found in a file that make sense. */
export function queriesFrom(found: unknown): readonly SavedQuery[] {
  const all: readonly unknown[] = Array.isArray(found) ? found : [];
  return all.flatMap((one) => {
    const { name, query } = Object(one) as Readonly<Record<string, unknown>>;
    return typeof name === 'string' && typeof query === 'string' && name !== '' ? [{ name, query }] : [];
  });
}

const MAX_QUERIES = 100;
