import type { Host } from '../../model/host.ts';

/** A package manager whose metadata has hundreds of megabytes, or lies where only it finds it. */
export interface UpdateManager {
  readonly name: string;
  /** What tells the updates that wait. */
  readonly ask: string;
  /** What is there where it keeps the packages. */
  readonly signs: readonly string[];
}

const MANAGERS: readonly UpdateManager[] = [
  { name: 'pacman', ask: 'pacman -Qu', signs: ['/var/lib/pacman/local'] },
  { name: 'apk', ask: 'apk version', signs: ['/lib/apk/db/installed'] },
  { name: 'zypper', ask: 'zypper list-updates', signs: ['/etc/zypp', '/usr/bin/zypper'] },
  { name: 'dnf', ask: 'dnf check-update', signs: ['/etc/yum.repos.d', '/etc/dnf'] },
  { name: 'rpm', ask: 'dnf check-update', signs: ['/usr/lib/sysimage/rpm', '/var/lib/rpm'] },
];

/** Who alone knows which updates wait on a machine without apt; undefined where none of them is there. */
export async function findUpdateManager(host: Host): Promise<UpdateManager | undefined> {
  for (const manager of MANAGERS) {
    const found = await Promise.all(manager.signs.map((path) => host.stat(path)));
    if (found.some(Boolean)) return manager;
  }
  return undefined;
}
