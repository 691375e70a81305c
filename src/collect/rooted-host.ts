import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { explain, ParcoursError } from '../model/errors.ts';
import type { Host, HostFacts, Question, RunResult } from '../model/host.ts';
import { present } from '../model/present.ts';
import { type Capture, type CapturedRun, emptyCapture, nameOnDisk, nameOnMachine, OUTPUTS } from './capture.ts';
import { commandLine } from './command-line.ts';
import { mountedDisk } from './mounted-disk.ts';
import { offsetIn } from './sources/time-zone.ts';
import { treeUnder } from './tree.ts';
import { unlessMissing } from './unless-missing.ts';

/**
 * A machine that is not running here: a captured folder with its `host.json`, or the mounted disk of another machine.
 * Fails with `configuration` where the folder is neither.
 */
export async function rootedHost(folder: string): Promise<Host> {
  const path = join(folder, 'host.json');
  const text = await unlessMissing(path, readFile(path, 'utf8'));
  return text === undefined ? mountedDisk(folder) : capturedHost(folder, parseCapture(path, text));
}

function parseCapture(path: string, text: string): Capture {
  try {
    const capture = JSON.parse(text) as Pick<Capture, 'facts'> & Partial<Capture>;
    if (typeof capture.facts?.platform === 'string') return { ...emptyCapture, ...capture };
  } catch (error) {
    throw new ParcoursError('configuration', `${path}: ${explain(error)}`, error);
  }
  throw new ParcoursError('configuration', `${path} describes no machine`);
}

/** What was recorded is the answer; what was refused then is refused now; the rest lies in the folder. */
function capturedHost(folder: string, capture: Capture): Host {
  const { lists, links, stats, spaces, answers, runs, remembered, portable, facts } = capture;
  const files = treeUnder(join(folder, 'root'), {
    toDisk: nameOnDisk,
    toMachine: nameOnMachine,
    isHidden: () => false,
  });
  const forbidden = new Set(capture.forbidden);
  const unlessRefused = <T>(key: string, answer: () => T): T => {
    if (forbidden.has(key)) throw new ParcoursError('permission', `${key} may not be read`);
    return answer();
  };
  return {
    facts: factsOf(capture),
    read: async (path) => unlessRefused(path, () => files.read(path)),
    list: async (path) => lists[path] ?? unlessRefused(path, () => files.list(path)),
    link: async (path) => links[path] ?? unlessRefused(path, () => files.link(path)),
    async stat(path) {
      const found = stats[path] ?? (await unlessRefused(path, () => files.stat(path)));
      // The time of a copy is no fact of the machine.
      return found && { ...found, modifiedAt: stats[path]?.modifiedAt ?? facts.now };
    },
    chunks: (path) => unlessRefused(path, () => files.chunks(path)),
    space: async (path) => spaces[path],
    addresses: async () => capture.addresses,
    get: async (socket, path, question) =>
      unlessRefused(`${socket} ${path}`, () => answerBytes(answers[`${socket} ${path}`], question)),
    run: async (program, args) => runOf(folder, runs[commandLine(program, args)]),
    remembered: async (name, _stamp, work) =>
      (name in remembered ? remembered[name] : work()) as ReturnType<typeof work>,
    portable: async (name) => portable[name],
  };
}

function factsOf({ facts }: Capture): HostFacts {
  const { now, timezone, timezoneOffset } = facts;
  return {
    ...facts,
    now: () => now,
    timezoneOffset: (at = now) => (timezone === undefined ? undefined : offsetIn(timezone, at)) ?? timezoneOffset,
  };
}

async function runOf(folder: string, captured: string | CapturedRun | undefined): Promise<RunResult | undefined> {
  if (captured === undefined) return undefined;
  const run: CapturedRun = typeof captured === 'string' ? { output: captured } : captured;
  // By its bare name: a capture may come from a stranger.
  const output =
    run.file === undefined ? bytesOf(run.output ?? '') : await readFile(join(folder, OUTPUTS, basename(run.file)));
  return { output, exitCode: run.exitCode ?? 0, ...present({ late: run.late }) };
}

/** What was asked by POST answered in bytes that are no text. */
function answerBytes(text: string | undefined, question: Question | undefined): Uint8Array | undefined {
  if (text === undefined) return undefined;
  return question ? Buffer.from(text, 'base64') : bytesOf(text);
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
