import { safeText } from '../../model/safe-text.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { settingNames } from '../options.ts';
import { printJson, tableLines } from '../output.ts';
import { originText, type Setting, settingsOf } from '../settings.ts';

export const command: Command = {
  options: ['origin', ...settingNames.filter((name) => name !== 'debug' && name !== 'logfile')],
  examples: ['parcours config', 'parcours config --origin', 'parcours config --origin --server=10.0.0.1 --json'],
  async run(context) {
    const { args, environment, messages, note, places, print } = context;
    const settings = (await settingsOf(args, environment, places.configuration)).map(masked);
    const { key, value, origin } = messages.cli.configHeaders;
    const withOrigin = args.flag('origin');
    if (printJson(context, { file: places.configuration, settings: settings.map(settingAnswer) }))
      return exitCodes.done;
    const rows = settings.map((one) => [
      one.key,
      one.values.join(' '),
      ...(withOrigin ? [originText(one.origin)] : []),
    ]);
    const header = [key, value, ...(withOrigin ? [origin] : [])];
    if (rows.length > 0) for (const line of tableLines(header, rows)) print(line);
    else note(messages.cli.notConfigured(safeText(places.configuration)));
    return exitCodes.done;
  },
};

function masked(setting: Setting): Setting {
  return setting.key === 'password' ? { ...setting, values: ['***'] } : setting;
}

function settingAnswer({ key, values, origin }: Setting) {
  return { key, values, origin };
}
