import { join } from 'node:path';
import { ParcoursError } from '../model/errors.ts';
import { readText } from './files.ts';

/** What an OCS Unix agent is set to. Section 10.1 of the OCS protocol. */
export interface OcsConfig {
  readonly path: string;
  /** By the name of our option, which is theirs; user and password in plain text. */
  readonly taken: Readonly<Record<string, string>>;
  /** Keys that mean nothing here. `local` is among them: there it silently keeps everything off the network. */
  readonly ignored: readonly string[];
}

/** The configuration of the OCS agent, from the first folder that has one. Fails with `configuration`. */
export async function readOcsConfig(folders: readonly string[]): Promise<OcsConfig> {
  for (const folder of folders) {
    const path = join(folder, 'ocsinventory-agent.cfg');
    const text = await readText(path);
    if (text !== undefined) return { path, ...parseOcsConfig(text) };
  }
  throw new ParcoursError('configuration', `--from-ocs-config: no ocsinventory-agent.cfg in ${folders.join(', ')}`);
}

/** Lines are `key = value`, with quotes or without. */
export function parseOcsConfig(text: string): Omit<OcsConfig, 'path'> {
  const settings = text.split('\n').flatMap((line): [string, string][] => {
    const [, key, , value] = /^\s*([\w-]+)\s*=\s*(["']?)(.*?)\2\s*$/.exec(line) ?? [];
    return key && value ? [[key.toLowerCase(), value]] : [];
  });
  const [taken, ignored] = [settings.filter(([key]) => TAKEN.has(key)), settings.filter(([key]) => !TAKEN.has(key))];
  return {
    taken: Object.fromEntries(taken.map(([key, value]) => [key, ENCODED.has(key) ? decoded(value) : value])),
    ignored: ignored.map(([key]) => key),
  };
}

const TAKEN = new Set(['server', 'tag', 'proxy', 'user', 'password', 'realm', 'ssl', 'ca', 'nosoftware', 'lazy']);
const ENCODED = new Set(['user', 'password']);

/** Base64 where it is; some write the plain text all the same. */
function decoded(text: string): string {
  const bytes = Buffer.from(text, 'base64');
  const plain = bytes.toString('utf8');
  const isBase64 = bytes.toString('base64') === text && Buffer.from(plain).equals(bytes) && !/\p{Cc}/u.test(plain);
  return isBase64 ? plain : text;
}
