import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
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
export function errandRunner({ screen, environment, folder, now, print }: Outside): RunErrand {
  function write(name: string, ending: string, text: string): Notice {
    const path = join(folder, fileName(name, ending, now()));
    try {
      writeFileSync(path, text, { flag: 'wx', mode: 0o600 });
      return { id: 'written', detail: basename(path) };
    } catch (error) {
      return { id: 'notWritten', detail: explain(error) };
    }
  }

  return (errand) => {
    switch (errand.kind) {
      case 'copy': {
        const sequence = copySequence(errand.text, environment);
        if (sequence === undefined) return write('copied', 'txt', errand.text);
        screen.pass(sequence);
        return { id: 'copied', detail: beginning(errand.text) };
      }
      case 'write':
        return write(errand.name, errand.ending, errand.text);
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
