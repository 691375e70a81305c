import { readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { ParcoursError } from '../model/errors.ts';

const MAX_LINKS = 40;

/**
 * Where a path of a mounted tree lies on this machine. Links are followed within the tree: an absolute one starts
 * again at its root, and `..` never leaves it.
 */
export async function inside(root: string, path: string): Promise<string> {
  const left = partsOf(path);
  const reached: string[] = [];
  let links = 0;
  while (left.length > 0) {
    const part = left.shift() ?? '';
    if (part === '..') reached.pop();
    else reached.push(part);
    const target = part === '..' ? undefined : await linkTarget(join(root, ...reached));
    if (target === undefined) continue;
    if (++links > MAX_LINKS) throw new ParcoursError('bad-input', `too many links: ${path}`);
    if (target.startsWith('/')) reached.length = 0;
    else reached.pop();
    left.unshift(...partsOf(target));
  }
  return join(root, ...reached);
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '' && part !== '.');
}

async function linkTarget(path: string): Promise<string | undefined> {
  try {
    return await readlink(path);
  } catch {
    // Not a link, or not there: whoever opens it finds out.
    return undefined;
  }
}
