import { safeText } from '../../model/safe-text.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { printJson } from '../output.ts';

export const command: Command = {
  options: ['repair'],
  examples: ['parcours fsck', 'parcours fsck --repair'],
  async run(context) {
    const { args, messages, note, places, print } = context;
    const { check, repair } = await import('../../store/fsck.ts');
    const findings = args.flag('repair') ? await repair(places.store) : await check(places.store);
    if (!printJson(context, findings)) for (const { file, problem } of findings) print(`${safeText(file)}: ${problem}`);
    if (findings.length === 0) note(messages.cli.storeSound);
    else if (args.flag('repair')) note(messages.cli.repaired(findings.length));
    return findings.length > 0 ? exitCodes.found : exitCodes.done;
  },
};
