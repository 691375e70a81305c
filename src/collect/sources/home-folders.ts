import type { Host } from '../../model/host.ts';
import { allowed } from './text.ts';

export interface HomeFolder {
  readonly folder: string;
  readonly user: string;
}

/** A path as its owner writes it, so that it names nobody. */
export function withoutHome(path: string): string {
  return path.replace(/^(?:\/home\/[^/]+|\/root)(?=\/|$)/, '~');
}

/** Homes of people: below /home, and root's. A server's file system that does not answer is not looked into here. */
export async function homeFolders(host: Host): Promise<readonly HomeFolder[]> {
  const names = (await allowed(host.list('/home'))) ?? [];
  return [...names.map((user) => ({ folder: `/home/${user}`, user })), { folder: '/root', user: 'root' }];
}
