import type { SectionRow } from '../../model/catalogue.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { text, whole } from '../sources/values.ts';
import type { App } from './asked/software.ts';
import { askWindows, isAbsent } from './powershell.ts';

/** Apps of the Store, of all users; who is no administrator sees his own. */
export const windowsApps: Collector<'softwares'> = {
  name: 'windows/apps',
  section: 'softwares',
  platforms: ['win32'],
  async collect(host) {
    const all = await askWindows(host, 'apps');
    if (!all || isAbsent(all)) return undefined;
    if (all.missing === undefined) return { rows: all.rows.map(softwareRow) };
    const own = await askWindows(host, 'ownApps');
    const isClosed = all.missing === 'needs-administrator';
    const missing = isClosed ? `${all.missing}: apps of other users` : all.missing;
    return { rows: (own?.rows ?? []).map(softwareRow), missing };
  },
};

function softwareRow(app: Partial<App>): SectionRow<'softwares'> {
  return present({
    name: text(app.name),
    version: text(app.version),
    publisher: commonName(text(app.publisher)),
    architecture: ARCHITECTURES[whole(app.architecture) ?? UNKNOWN],
    folder: text(app.folder),
    guid: text(app.id),
    from: 'store',
  });
}

const UNKNOWN = -1;

// Windows.System.ProcessorArchitecture.
const ARCHITECTURES: Readonly<Record<number, string>> = { 0: 'x86', 5: 'arm', 9: 'x64', 11: 'neutral', 12: 'arm64' };

/** Who publishes for himself has a number for a name. */
const NUMBER = /^[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}$/i;

/** `CN=Microsoft Corporation, O=…`; a maker with a comma in its name stands in double quotes. */
function commonName(distinguished: string | undefined): string | undefined {
  const [, quoted, plain] = /^CN=(?:"([^"]*)"|([^,]*))/i.exec(distinguished ?? '') ?? [];
  const name = quoted ?? plain ?? distinguished;
  return name && NUMBER.test(name) ? undefined : name;
}
