import { join } from 'node:path';
import { readText, replaceFile } from './files.ts';

/** How the agent's last run ended; kept beside the device id. */
export interface LastRun {
  /** ISO 8601 in UTC. */
  readonly startedAt: string;
  /** Undefined while it runs, and for ever where it was killed. */
  readonly milliseconds?: number;
  readonly exitCode?: number;
  /** What went wrong. */
  readonly message?: string;
  readonly servers?: readonly ServerAnswer[];
}

interface ServerAnswer {
  readonly address: string;
  readonly result: string;
  readonly nextRunAt?: string;
}

/** Undefined where nothing is known of one. Fails with `permission`. */
export async function loadLastRun(stateFolder: string): Promise<LastRun | undefined> {
  const text = await readText(pathIn(stateFolder));
  if (text === undefined) return undefined;
  try {
    const run: unknown = JSON.parse(text);
    return isLastRun(run) ? run : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Fails as `writeError` says. */
export async function keepLastRun(stateFolder: string, run: LastRun): Promise<void> {
  await replaceFile(pathIn(stateFolder), `${JSON.stringify(run)}\n`);
}

function pathIn(stateFolder: string): string {
  return join(stateFolder, 'last-run.json');
}

function isLastRun(run: unknown): run is LastRun {
  const { startedAt } = (run ?? {}) as Partial<Record<keyof LastRun, unknown>>;
  return typeof startedAt === 'string' && !Number.isNaN(Date.parse(startedAt));
}
