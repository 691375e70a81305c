import type { Host } from '../../model/host.ts';
import { homeFolders } from './home-folders.ts';

/** One place where flatpak keeps programs: of the machine, or of one user. */
export interface FlatpakInstallation {
  readonly folder: string;
  /** Whose it is; undefined for the machine's. */
  readonly user?: string;
}

/** flatpak-installation(5): /var/lib/flatpak, and one below each home. Homes that are closed are left out. */
export async function flatpakInstallations(host: Host): Promise<readonly FlatpakInstallation[]> {
  const homes = await homeFolders(host);
  const own = homes.map(({ folder, user }) => ({ folder: `${folder}/.local/share/flatpak`, user }));
  return [{ folder: '/var/lib/flatpak' }, ...own];
}
