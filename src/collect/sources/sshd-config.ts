import type { Host } from '../../model/host.ts';
import { expand } from './expand.ts';
import { readText } from './text.ts';

const FOLDER = '/etc/ssh';
const MAX_DEPTH = 4;

/** Settings of the SSH server that hold for everybody, by name in lower case; undefined where there is none. */
export async function readSshdConfig(host: Host): Promise<ReadonlyMap<string, string> | undefined> {
  const text = await readText(host, `${FOLDER}/sshd_config`);
  if (text === undefined) return undefined;
  const settings = new Map<string, string>();
  await addSettings(host, text, settings, 0);
  return settings;
}

/** sshd_config(5): of each setting the first value counts; what follows a `Match` holds for some only. */
async function addSettings(host: Host, text: string, settings: Map<string, string>, depth: number): Promise<void> {
  for (const [name, value] of parseSshdLines(text)) {
    if (name === 'match') return;
    if (name === 'include') await addIncluded(host, value, settings, depth + 1);
    else if (!settings.has(name)) settings.set(name, value);
  }
}

function parseSshdLines(text: string): readonly (readonly [string, string])[] {
  return text.split('\n').flatMap((line) => {
    const [, name, value] = /^\s*(\w+)(?:\s+|\s*=\s*)"?([^"#]*)/.exec(line) ?? [];
    return name && value !== undefined ? [[name.toLowerCase(), value.trim()] as const] : [];
  });
}

async function addIncluded(host: Host, patterns: string, settings: Map<string, string>, depth: number): Promise<void> {
  if (depth > MAX_DEPTH) return;
  for (const pattern of patterns.split(/\s+/)) {
    for (const path of await expand(host, pattern.startsWith('/') ? pattern : `${FOLDER}/${pattern}`)) {
      await addSettings(host, (await readText(host, path)) ?? '', settings, depth);
    }
  }
}
