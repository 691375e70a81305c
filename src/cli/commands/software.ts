import type { SoftwareEntry, SoftwareVersion } from '../../fleet/fleet.ts';
import { formatTime } from '../../i18n/format.ts';
import { safeText } from '../../model/safe-text.ts';
import type { Command, Context } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { noteIndex, openFleet } from '../fleet.ts';
import { printJson, tableLines } from '../output.ts';

export const command: Command = {
  positionals: '[name..]',
  options: [],
  examples: ['parcours software', 'parcours software firefox', 'parcours software openssl --json'],
  async run(context) {
    const { args, messages, note, places, print } = context;
    const fleet = await openFleet(places.store, context);
    await noteIndex(context, fleet);
    const entries = await fleet.software(args.texts('name').join(' '));
    if (printJson(context, entries)) return exitCodes.done;
    const rows = entries.flatMap((entry) => rowsOf(context, entry));
    const { name, version, machines, firstSeen, lastSeen } = messages.cli.headers;
    if (rows.length === 0) note(messages.cli.noSoftware);
    else for (const line of tableLines([name, version, machines, firstSeen, lastSeen], rows)) print(line);
    return exitCodes.done;
  },
};

/** Versions that no machine has any more are told in JSON only. */
function rowsOf(context: Context, { name, versions }: SoftwareEntry): string[][] {
  return versions.filter(({ machines }) => machines.length > 0).map((version) => cellsOf(context, name, version));
}

function cellsOf({ language }: Context, name: string, { version, machines, first, last }: SoftwareVersion): string[] {
  const times = [first, last].map((time) => formatTime(language, time));
  return [safeText(name), safeText(version), String(machines.length), ...times];
}
