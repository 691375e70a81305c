import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import { SECOND } from '../../model/time.ts';
import type { Collector } from '../collector.ts';
import { localTime } from '../sources/local-time.ts';
import { dictionary, type PlistDictionary } from '../sources/plist.ts';
import { parseXmlPlists } from '../sources/plist-xml.ts';
import { decode } from '../sources/text.ts';
import { text, whole } from '../sources/values.ts';

/** Packages that the installer put on the machine: a receipt of each stays, also of what is no application. */
export const macosReceipts: Collector<'softwares'> = {
  name: 'macos/receipts',
  section: 'softwares',
  platforms: ['darwin'],
  async collect(host) {
    const result = await host.run('/usr/sbin/pkgutil', ['--regexp', '--pkg-info-plist', '.*'], LIMITS);
    if (!result) return undefined;
    const receipts = parseXmlPlists(decode(result.output)).map(dictionary);
    const rows = receipts.flatMap((receipt) => receiptRow(host, receipt));
    const isSilent = rows.length === 0 && result.exitCode !== 0;
    return { rows, ...(isSilent ? { missing: `failed: pkgutil ended with ${result.exitCode}` } : {}) };
  },
};

const LIMITS = { milliseconds: 30_000, bytes: 8 * 1024 * 1024 };

function receiptRow(host: Host, receipt: PlistDictionary): readonly SectionRow<'softwares'>[] {
  const name = text(receipt['pkgid']);
  const installedAt = whole(receipt['install-time']);
  if (!name) return [];
  return [
    present({
      name,
      version: text(receipt['pkg-version']),
      publisher: name.startsWith('com.apple.') ? 'Apple' : undefined,
      installDate: installedAt === undefined ? undefined : localTime(host, installedAt * SECOND),
      folder: folderOf(text(receipt['volume']), text(receipt['install-location'])),
      from: 'pkgutil',
    }),
  ];
}

/** Where on a volume: `/` and `Applications`. */
function folderOf(volume = '/', location: string | undefined): string | undefined {
  return location === undefined ? undefined : `${volume}/${location}`.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1');
}
