/** Says whether a value that came from a file is what it should be. */
export type Guard = (value: unknown) => boolean;

export const isText: Guard = (value) => typeof value === 'string';
export const isNumber: Guard = (value) => typeof value === 'number';
export const isYesNo: Guard = (value) => typeof value === 'boolean';
/** ISO 8601, or what else has a moment in it. */
export const isTime: Guard = (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value));

export function isOneOf(choices: readonly unknown[]): Guard {
  return (value) => choices.includes(value);
}

export function isMaybe(guard: Guard): Guard {
  return (value) => value === undefined || guard(value);
}

export function isEither(...guards: readonly Guard[]): Guard {
  return (value) => guards.some((guard) => guard(value));
}

export function isListOf(guard: Guard): Guard {
  return (value) => Array.isArray(value) && value.every(guard);
}

/** An object whose members all are such. */
export function isEachOf(guard: Guard): Guard {
  return (value) => isObject(value) && Object.values(value).every(guard);
}

/** An object with these members, and perhaps others. */
export function isRecordOf(guards: Readonly<Record<string, Guard>>): Guard {
  return (value) => isObject(value) && Object.entries(guards).every(([name, guard]) => guard(value[name]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
