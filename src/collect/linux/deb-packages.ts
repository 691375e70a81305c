import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { type DebPackage, parseDpkgStatus } from '../sources/dpkg-status.ts';
import { localTime } from '../sources/local-time.ts';
import { maintainerName } from '../sources/maintainer.ts';
import { readText } from '../sources/text.ts';

/** Packages of dpkg that are installed; those of which only settings are left are not. */
export const linuxDebPackages: Collector<'softwares'> = {
  name: 'linux/deb-packages',
  section: 'softwares',
  platforms: ['linux'],
  async collect(host) {
    const text = await readText(host, '/var/lib/dpkg/status');
    if (text === undefined) return undefined;
    return { rows: await Promise.all(parseDpkgStatus(text).map((found) => packageRow(host, found))) };
  },
};

async function packageRow(host: Host, found: DebPackage): Promise<SectionRow<'softwares'>> {
  return present({
    name: found.name,
    version: found.version,
    publisher: maintainerName(found.maintainer),
    installDate: await installDate(host, found),
    architecture: found.architecture,
    fileSize: found.installedSize && found.installedSize * 1024,
    from: 'deb',
    comments: found.summary,
    category: found.section,
  });
}

/** dpkg writes the list of a package's files when it unpacks it. */
async function installDate(host: Host, { name, architecture, multiArch }: DebPackage): Promise<string | undefined> {
  const plain = `/var/lib/dpkg/info/${name}.list`;
  const withArchitecture = `/var/lib/dpkg/info/${name}:${architecture}.list`;
  const [likely, other] = multiArch ? [withArchitecture, plain] : [plain, withArchitecture];
  const list = (await host.stat(likely)) ?? (await host.stat(other));
  return list && localTime(host, list.modifiedAt);
}
