/** What the tests of the explorer share: the built program on a copy of the fleet that ships with it, in a terminal. */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Language, messagesOf } from '../../../src/i18n/language.ts';
import { openTerminal, type TestTerminal } from '../../terminal/terminal.ts';

export interface View {
  readonly language: Language;
  readonly columns: number;
  readonly rows: number;
}

/** Every view a must is shown in. */
export const views: readonly View[] = (['en', 'fr'] as const).flatMap((language) => [
  { language, columns: 80, rows: 24 },
  { language, columns: 140, rows: 40 },
]);

export interface Scene extends View {
  readonly texts: ReturnType<typeof messagesOf>['tui'];
  /** A folder of this scene alone: home, store, and where the program runs. */
  readonly folder: string;
  /** The explorer on the fleet, once it shows it. */
  open(options?: OpenOptions): Promise<TestTerminal>;
}

export interface OpenOptions {
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** What is waited for, where it is not the list of the fleet. */
  readonly shows?: string;
}

export function newScene(view: View): Scene & { close(): Promise<void> } {
  const folder = mkdtempSync(join(tmpdir(), 'parcours-explorer-'));
  const store = join(folder, 'store');
  cpSync('snapshots/school', store, { recursive: true });
  const open: TestTerminal[] = [];
  return {
    ...view,
    folder,
    texts: messagesOf(view.language).tui,
    async open({ args = [], environment = {}, shows = '1/12' } = {}) {
      const terminal = openTerminal({
        ...view,
        program: join(process.cwd(), 'bin', 'parcours.js'),
        args: ['browse', '--store', store, '--lang', view.language, ...args],
        folder,
        environment: { HOME: folder, ...environment },
      });
      open.push(terminal);
      await terminal.shows(shows);
      await terminal.settled();
      return terminal;
    },
    async close() {
      await Promise.all(open.map((terminal) => terminal.close()));
    },
  };
}

/** Into the store of the scene, by the program itself. */
export async function importFile(folder: string, name: string): Promise<void> {
  const args = ['bin/parcours.js', 'import', join(folder, name), '--store', join(folder, 'store')];
  await promisify(execFile)(process.execPath, args, { env: { PATH: process.env['PATH'], HOME: folder } });
}
