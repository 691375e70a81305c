import type { Host } from '../../model/host.ts';
import { allowed } from './text.ts';

/** The paths a pattern stands for, in order; an asterisk is any run of characters within a name. Closed folders have none. */
export async function expand(host: Host, pattern: string): Promise<readonly string[]> {
  let paths: readonly string[] = [''];
  for (const part of pattern.split('/').slice(1)) {
    const found = await Promise.all(paths.map((folder) => children(host, folder, part)));
    paths = found.flat();
  }
  return paths;
}

/** A name without an asterisk is taken as it is: whether it is there shows when it is read. */
async function children(host: Host, folder: string, part: string): Promise<readonly string[]> {
  if (!part.includes('*')) return [`${folder}/${part}`];
  const names = (await allowed(host.list(folder))) ?? [];
  const literal = part.split('*').map((text) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const like = new RegExp(`^${literal.join('.*')}$`);
  return names
    .filter((name) => like.test(name))
    .toSorted()
    .map((name) => `${folder}/${name}`);
}

export async function expandAll(host: Host, patterns: readonly string[]): Promise<readonly string[]> {
  return (await Promise.all(patterns.map((pattern) => expand(host, pattern)))).flat();
}
