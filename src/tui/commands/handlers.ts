import type { CommandId } from '../keymap.ts';
import { withOverlay } from '../state.ts';
import { accountCommands } from './account.ts';
import type { Command } from './command.ts';
import { compareCommands } from './compare.ts';
import { fleetCommands } from './fleet.ts';
import { machineCommands } from './machine.ts';
import { moveCommands } from './move.ts';
import { chosenCommand, programCommands } from './program.ts';

/** Every command by its name: one that is missing does not compile. */
export const handlers: Readonly<Record<CommandId, Command>> = {
  ...moveCommands,
  ...fleetCommands,
  ...machineCommands,
  ...compareCommands,
  ...accountCommands,
  ...programCommands,
  run: (state) => {
    const chosen = chosenCommand(state);
    const closed = withOverlay(state, undefined);
    return chosen ? handlers[chosen](closed) : closed;
  },
};
