import type { Host } from '../../model/host.ts';
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
    for (const path of await matches(host, pattern)) {
      await addSettings(host, (await readText(host, path)) ?? '', settings, depth);
    }
  }
}

/** Files of a pattern whose last part alone has an asterisk, as every distribution writes it. */
async function matches(host: Host, pattern: string): Promise<readonly string[]> {
  const path = pattern.startsWith('/') ? pattern : `${FOLDER}/${pattern}`;
  const [start, end] = path.split('*');
  if (start === undefined || end === undefined) return [path];
  const folder = start.slice(0, start.lastIndexOf('/'));
  const names = (await host.list(folder)) ?? [];
  const paths = names.map((name) => `${folder}/${name}`);
  return paths.filter((found) => found.startsWith(start) && found.endsWith(end)).sort();
}
