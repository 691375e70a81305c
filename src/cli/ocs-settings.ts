import type { Arguments, Context } from './command.ts';
import { ocsPlacesOf } from './places.ts';

/** `--from-ocs-config`: what was not typed is taken from the configuration of the OCS agent on this machine. */
export async function withOcsSettings(
  context: Context,
  folders = ocsPlacesOf(context.environment).config,
): Promise<Context> {
  const { args, log } = context;
  if (!args.flag('from-ocs-config')) return context;
  const { readOcsConfig } = await import('../agent/ocs-config.ts');
  const { path, taken, ignored } = await readOcsConfig(folders);
  const shown = Object.entries(taken).map(([key, value]) => [key, SECRET.has(key) ? '***' : value]);
  log.debug('settings of the OCS agent', { file: path, ...Object.fromEntries(shown), ignored: ignored.join(' ') });
  return { ...context, args: withDefaults(args, settingsFor(args, taken)) };
}

const SECRET = new Set(['user', 'password']);

/** Their password is for their user. */
function settingsFor(args: Arguments, taken: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  if (args.text('user') === undefined) return taken;
  return Object.fromEntries(Object.entries(taken).filter(([key]) => !SECRET.has(key)));
}

function withDefaults(args: Arguments, defaults: Readonly<Record<string, string>>): Arguments {
  const textsOf = (name: string) => (defaults[name] === undefined ? [] : [defaults[name]]);
  return {
    ...args,
    text: (name) => args.text(name) ?? defaults[name],
    texts: (name) => (args.texts(name).length > 0 ? args.texts(name) : textsOf(name)),
    flag: (name) => args.flag(name) || defaults[name] === '1',
  };
}
