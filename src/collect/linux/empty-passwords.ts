import type { Collector } from '../collector.ts';
import { parseColonFile } from '../sources/colon-file.ts';
import { allowed, exists, readText } from '../sources/text.ts';

const SHADOW = '/etc/shadow';

/** Accounts that need no password: shadow(5), an empty second field. Only how many there are leaves the machine. */
export const linuxEmptyPasswords: Collector<'security'> = {
  name: 'linux/empty-passwords',
  section: 'security',
  platforms: ['linux'],
  async collect(host) {
    if (!(await exists(host, SHADOW))) return undefined;
    const text = await allowed(readText(host, SHADOW));
    if (text === undefined) return { rows: [], missing: `needs-root: ${SHADOW}` };
    const count = parseColonFile(text, 2).filter(([, password]) => password === '').length;
    return { rows: [{ name: 'empty-passwords', state: count > 0 ? 'found' : 'none', count, source: SHADOW }] };
  },
};
