import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { desktopEntry } from '../sources/desktop-entry.ts';
import { homeFolders, withoutHome } from '../sources/home-folders.ts';
import { localTime } from '../sources/local-time.ts';
import { allowed, readAllowed } from '../sources/text.ts';

interface Place {
  readonly folder: string;
  readonly user?: string;
}

/** Programs installed by hand, AppImages among them: the desktop entries that no package manager writes. */
export const linuxDesktopPrograms: Collector<'softwares'> = {
  name: 'linux/desktop-programs',
  section: 'softwares',
  platforms: ['linux'],
  async collect(host) {
    const homes = (await homeFolders(host)).map(({ folder, user }) => ({
      folder: `${folder}/.local/share/applications`,
      user,
    }));
    const found = await Promise.all(
      [{ folder: '/usr/local/share/applications' }, ...homes].map((place) => programsIn(host, place)),
    );
    const rows = found.flatMap((programs) => programs ?? []);
    return rows.length > 0 ? { rows } : undefined;
  },
};

async function programsIn(
  host: Host,
  { folder, user }: Place,
): Promise<readonly SectionRow<'softwares'>[] | undefined> {
  const names = (await allowed(host.list(folder)))?.filter((name) => name.endsWith('.desktop'));
  const rows = await Promise.all((names ?? []).map((name) => programRow(host, `${folder}/${name}`, user)));
  return names && rows.flatMap((row) => row ?? []);
}

/** What it starts through an interpreter or another package manager is not a program of its own. */
const FOREIGN = /(?:^|\/)(?:flatpak|snap|wine|steam|xdg-open)$/;

async function programRow(host: Host, path: string, user: string | undefined) {
  const entry = desktopEntry((await readAllowed(host, path)) ?? '');
  if (!entry?.program || FOREIGN.test(entry.program)) return undefined;
  const file = await allowed(host.stat(path));
  const program = withoutHome(entry.program);
  return present({
    name: entry.name,
    installDate: file && localTime(host, file.modifiedAt),
    from: /\.AppImage$/i.test(entry.program) ? 'appimage' : 'desktop',
    folder: program.slice(0, Math.max(0, program.lastIndexOf('/'))),
    fileName: program,
    comments: entry.comment,
    userName: user,
  });
}
