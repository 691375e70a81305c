import { join } from 'node:path';
import type { Log } from '../model/log.ts';
import { present } from '../model/present.ts';
import type { Held } from '../wire/ocs/agreement/thin.ts';
import type { SectionDigests } from '../wire/ocs/checksum.ts';
import { readText, replaceFile, setAside } from './files.ts';
import { serverFolder } from './server-address.ts';

/** What one server agreed to, kept between runs. */
export interface ServerState {
  /** Digest of each section of the last inventory the server accepted; undefined before the first. */
  readonly sections?: SectionDigests;
  /** What a server that takes deltas holds of this machine; undefined where nothing is known of that. */
  readonly held?: Held;
  /** TAG and the other administrative values, as the server holds them. */
  readonly account: Readonly<Record<string, string>>;
  /** Hours between contacts; undefined until a server said so. */
  readonly prologFreqHours?: number;
  /** Before this time `--lazy` does nothing; ISO 8601 in UTC. */
  readonly nextRunAt?: string;
}

export const newServer: ServerState = { account: {} };

/** State of a server; that of an unknown server where none was kept. A damaged file is kept aside and said in the log. */
export async function loadState(folder: string, name: string, now: number, log: Log): Promise<ServerState> {
  const path = statePath(folder, name);
  const text = await readText(path);
  if (text === undefined) return newServer;
  const state = parseState(text);
  if (state) return state;
  const keptAs = await setAside(path, now);
  log.warn('state unreadable: the next inventory is sent as if it were the first', { server: name, keptAs });
  return newServer;
}

/** A state of which nobody knows any more what the server holds. */
export function forgetSections({ account, prologFreqHours, nextRunAt }: ServerState): ServerState {
  return { account, ...present({ prologFreqHours, nextRunAt }) };
}

/** To be called once the server has accepted: what is kept here is believed at the next run. */
export async function saveState(folder: string, name: string, state: ServerState): Promise<void> {
  await replaceFile(statePath(folder, name), `${JSON.stringify({ server: name, ...state })}\n`);
}

/** Folder of all that is kept for one server. */
export function serverFolderIn(folder: string, name: string): string {
  return join(folder, 'servers', serverFolder(name));
}

function statePath(folder: string, name: string): string {
  return join(serverFolderIn(folder, name), 'state.json');
}

function parseState(text: string): ServerState | undefined {
  try {
    const { sections, held, account, prologFreqHours, nextRunAt } = JSON.parse(text);
    if (!isTexts(sections ?? {}) || !isTexts(account)) return undefined;
    return {
      account,
      ...(sections && { sections }),
      ...(isHeld(held) && { held }),
      ...(Number.isInteger(prologFreqHours) && { prologFreqHours }),
      ...(isTime(nextRunAt) && { nextRunAt }),
    };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}

function isHeld(value: unknown): value is Held {
  if (!isObject(value)) return false;
  const { digests, settled, rows, volatile = {} } = value as Partial<Record<keyof Held, unknown>>;
  if (!isTexts(volatile)) return false;
  return isTexts(digests) && isTextList(settled) && isObject(rows) && Object.values(rows).every(isTextList);
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string');
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  return isObject(value) && Object.values(value).every((text) => typeof text === 'string');
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}
