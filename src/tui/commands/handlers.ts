import type { CommandId } from '../keymap.ts';
import { MAX_COMMANDS } from '../memory.ts';
import { commandName } from '../palette.ts';
import { type State, withOverlay } from '../state.ts';
import { accountCommands } from './account.ts';
import { againstCommands } from './against.ts';
import { collectCommands } from './collect.ts';
import { columnCommands } from './columns.ts';
import type { Command } from './command.ts';
import { compareCommands } from './compare.ts';
import { feedCommands } from './feed.ts';
import { filterCommands } from './filter.ts';
import { findCommands } from './find.ts';
import { fleetCommands } from './fleet.ts';
import { groupCommands } from './groups.ts';
import { labCommands } from './lab.ts';
import { machineCommands } from './machine.ts';
import { moveCommands } from './move.ts';
import { packageCommands } from './packages.ts';
import { chosenCommand, programCommands } from './program.ts';
import { roomCommands } from './rooms.ts';
import { selectionCommands } from './selection.ts';
import { takingCommands } from './taking.ts';
import { timeCommands } from './time.ts';
import { valuesCommands } from './values.ts';
import { wayCommands } from './way.ts';

/** The palette offers it again. */
function withCommand(state: State, name: string): State {
  const commands = [...state.memory.commands.filter((other) => other !== name), name].slice(-MAX_COMMANDS);
  return { ...state, memory: { ...state.memory, commands } };
}

/** Every command by its name: one that is missing does not compile. */
export const handlers: Readonly<Record<CommandId, Command>> = {
  ...moveCommands,
  ...fleetCommands,
  ...machineCommands,
  ...labCommands,
  ...compareCommands,
  ...againstCommands,
  ...groupCommands,
  ...collectCommands,
  ...filterCommands,
  ...accountCommands,
  ...selectionCommands,
  ...columnCommands,
  ...wayCommands,
  ...findCommands,
  ...takingCommands,
  ...valuesCommands,
  ...timeCommands,
  ...feedCommands,
  ...packageCommands,
  ...roomCommands,
  ...programCommands,
  run: (state) => {
    const chosen = chosenCommand(state);
    const closed = withOverlay(state, undefined);
    return chosen ? handlers[chosen](withCommand(closed, commandName(state, chosen))) : closed;
  },
};
