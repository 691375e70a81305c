import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { desktopEntry } from '../sources/desktop-entry.ts';
import { type FlatpakInstallation, flatpakInstallations } from '../sources/flatpak.ts';
import { withoutHome } from '../sources/home-folders.ts';
import { parseIni } from '../sources/ini.ts';
import { localTime } from '../sources/local-time.ts';
import { allowed, linkName, readAllowed } from '../sources/text.ts';

/** Programs of flatpak, of the machine and of each user, by the files it puts there. */
export const linuxFlatpaks: Collector<'softwares'> = {
  name: 'linux/flatpaks',
  section: 'softwares',
  platforms: ['linux'],
  async collect(host) {
    const found = await Promise.all((await flatpakInstallations(host)).map((place) => programsOf(host, place)));
    const rows = found.flatMap((programs) => programs ?? []);
    return found.every((programs) => programs === undefined) ? undefined : { rows };
  },
};

async function programsOf(
  host: Host,
  place: FlatpakInstallation,
): Promise<readonly SectionRow<'softwares'>[] | undefined> {
  const ids = await allowed(host.list(`${place.folder}/app`));
  return ids && Promise.all(ids.map((id) => programRow(host, place, id)));
}

/** `current` leads to the architecture and the branch in use, `active` to the commit that is deployed. */
async function programRow(
  host: Host,
  { folder, user }: FlatpakInstallation,
  id: string,
): Promise<SectionRow<'softwares'>> {
  const current = `${folder}/app/${id}/current`;
  const active = `${current}/active`;
  const metadata = parseIni((await readAllowed(host, `${active}/metadata`)) ?? '');
  const entry = desktopEntry((await readAllowed(host, `${active}/export/share/applications/${id}.desktop`)) ?? '');
  const about = aboutOf(await metainfo(host, active, id));
  const deployed = await allowed(host.stat(`${active}/deploy`));
  const runtime = metadata.get('Application')?.get('runtime');
  return present({
    name: entry?.name ?? id,
    version: about.version ?? (await linkName(host, current)),
    publisher: about.developer,
    installDate: deployed && localTime(host, deployed.modifiedAt),
    architecture: runtime?.split('/')[1],
    from: 'flatpak',
    folder: withoutHome(`${folder}/app/${id}`),
    comments: entry?.comment,
    guid: id,
    userName: user,
  });
}

async function metainfo(host: Host, active: string, id: string): Promise<string> {
  const folder = `${active}/files/share`;
  const paths = [
    `${folder}/metainfo/${id}.metainfo.xml`,
    `${folder}/metainfo/${id}.appdata.xml`,
    `${folder}/appdata/${id}.appdata.xml`,
  ];
  for (const path of paths) {
    const text = await readAllowed(host, path);
    if (text !== undefined) return text;
  }
  return '';
}

/** AppStream metadata: releases stand with the newest first. */
function aboutOf(xml: string): { readonly version: string | undefined; readonly developer: string | undefined } {
  const [, version] = /<release\b[^>]*?\bversion="([^"]+)"/.exec(xml) ?? [];
  const [, older, newer] = /<developer_name>([^<]+)<|<developer\b[^>]*>\s*<name>([^<]+)</.exec(xml) ?? [];
  return { version, developer: (older ?? newer)?.trim() };
}
