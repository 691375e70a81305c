import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explain } from '../model/errors.ts';
import type { Notice, RunErrand } from './errands.ts';
import type { Screen } from './screen.ts';
import { copySequence } from './taking/clipboard.ts';

export interface Outside {
  readonly screen: Screen;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where files are written. */
  readonly folder: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Past the screen: for what is shown once it has given the terminal back. */
  readonly print: (text: string) => void;
}

/** Does the errands of the explorer: the terminal copies, files are written, and nothing is ever written over. */
export function errandRunner(outside: Outside): RunErrand {
  const { screen, environment, print } = outside;
  const toFile = fileRunner(outside);
  return (errand) => {
    switch (errand.kind) {
      case 'copy': {
        const sequence = copySequence(errand.text, environment);
        if (sequence === undefined) return toFile(errand);
        screen.pass(sequence);
        return { id: 'copied', detail: beginning(errand.text) };
      }
      case 'write':
        return toFile(errand);
      case 'mouse':
        screen.setMouse(errand.on);
        return undefined;
      case 'dump':
        screen.leave();
        print(errand.text);
        return undefined;
      case 'undump':
        screen.enter();
        return undefined;
    }
  };
}

/** Where there is no screen: what is copied goes to a file as well. */
export function fileRunner({ folder, now }: Pick<Outside, 'folder' | 'now'>): RunErrand {
  return (errand) => {
    if (errand.kind === 'copy') return writeNew(folder, fileName('copied', 'txt', now()), errand.text);
    if (errand.kind !== 'write') return undefined;
    return writeNew(folder, fileName(errand.name, errand.ending, now()), errand.text);
  };
}

function writeNew(folder: string, name: string, text: string): Notice {
  try {
    writeFileSync(join(folder, name), text, { flag: 'wx', mode: 0o600 });
    return { id: 'written', detail: name };
  } catch (error) {
    return { id: 'notWritten', detail: explain(error) };
  }
}

/** `parcours-fleet-20261123-140200.csv`: only characters that every system takes in a name. */
function fileName(name: string, ending: string, now: number): string {
  const safe = name.replace(/[^\p{L}\p{N}_-]+/gu, '-').slice(0, MAX_NAME);
  const stamp = new Date(now)
    .toISOString()
    .replace(/[-:]|\.\d+Z$/g, '')
    .replace('T', '-');
  return `parcours-${safe}-${stamp}.${ending}`;
}

function beginning(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length > MAX_SHOWN || line.length < text.trimEnd().length ? `${line.slice(0, MAX_SHOWN)}…` : line;
}

const MAX_NAME = 80;
const MAX_SHOWN = 30;
