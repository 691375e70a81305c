import type { Arguments } from './command.ts';

/** Values by the name of an option, as they would have been typed; a flag has `true` or `false`. */
export type Values = Readonly<Record<string, readonly string[]>>;

/** What was typed, and for what was not, the values of something that comes after it. */
export function withDefaults(args: Arguments, defaults: Values): Arguments {
  const isTyped = (name: string) => args.texts(name).length > 0 || !Object.hasOwn(defaults, name);
  const last = (name: string) => defaults[name]?.at(-1);
  return {
    ...args,
    text: (name) => (isTyped(name) ? args.text(name) : last(name)),
    texts: (name) => (isTyped(name) ? args.texts(name) : (defaults[name] ?? [])),
    flag: (name) => (isTyped(name) ? args.flag(name) : last(name) === 'true'),
    number: (name) => (isTyped(name) ? args.number(name) : Number(last(name))),
    optional: (name) => (isTyped(name) ? args.optional(name) : last(name)),
  };
}
