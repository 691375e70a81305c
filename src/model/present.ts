type Present<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** The same record without its undefined and empty members: absence is never stored. */
export function present<T extends Record<string, unknown>>(record: T): Present<T> {
  const kept: Record<string, unknown> = {};
  for (const name in record) if (isPresent(record[name])) kept[name] = record[name];
  return kept as Present<T>;
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}
