import type { Arguments, Context } from './command.ts';
import { type Values, withDefaults } from './defaults.ts';
import { specOf } from './options.ts';
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
function settingsFor(args: Arguments, taken: Readonly<Record<string, string>>): Values {
  const usable = Object.entries(taken).filter(([key]) => args.text('user') === undefined || !SECRET.has(key));
  return Object.fromEntries(usable.map(([key, value]) => [key, [asTyped(key, value)]]));
}

function asTyped(key: string, value: string): string {
  return specOf(key)?.kind === 'flag' ? String(value === '1') : value;
}
