import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import { SECOND } from '../../model/time.ts';
import type { Collected, Collector } from '../collector.ts';
import { localTime } from '../sources/local-time.ts';
import { dictionary, type PlistDictionary, readSettings } from '../sources/plist.ts';
import { parseXmlPlists } from '../sources/plist-xml.ts';
import { allowed, decode } from '../sources/text.ts';
import { text, whole } from '../sources/values.ts';

/** Packages that the installer put on the machine: a receipt of each stays, also of what is no application. */
export const macosReceipts: Collector<'softwares'> = {
  name: 'macos/receipts',
  section: 'softwares',
  platforms: ['darwin'],
  async collect(host) {
    const result = await host.run('/usr/sbin/pkgutil', ['--regexp', '--pkg-info-plist', '.*'], LIMITS);
    if (!result) return receiptsOnDisk(host);
    const receipts = parseXmlPlists(decode(result.output)).map(dictionary);
    const rows = receipts.flatMap((receipt) => receiptRow(host, toldReceipt(receipt)));
    const isSilent = rows.length === 0 && result.exitCode !== 0;
    return { rows, ...(isSilent ? { missing: `failed: pkgutil ended with ${result.exitCode}` } : {}) };
  },
};

const LIMITS = { milliseconds: 30_000, bytes: 8 * 1024 * 1024 };

interface Receipt {
  readonly id: string | undefined;
  readonly version: string | undefined;
  /** Milliseconds since 1970. */
  readonly installedAt: number | undefined;
  readonly folder: string | undefined;
}

function toldReceipt(receipt: PlistDictionary): Receipt {
  const seconds = whole(receipt['install-time']);
  return {
    id: text(receipt['pkgid']),
    version: text(receipt['pkg-version']),
    installedAt: seconds === undefined ? undefined : seconds * SECOND,
    folder: folderOf(text(receipt['volume']), text(receipt['install-location'])),
  };
}

const RECEIPTS = '/private/var/db/receipts';

/** Of a disk at rest, where pkgutil cannot be asked. */
async function receiptsOnDisk(host: Host): Promise<Collected<'softwares'> | undefined> {
  const names = (await allowed(host.list(RECEIPTS)))?.filter((name) => name.endsWith('.plist')).toSorted();
  const receipts = names && (await Promise.all(names.map((name) => readSettings(host, `${RECEIPTS}/${name}`))));
  return receipts && { rows: receipts.flatMap((receipt) => receiptRow(host, writtenReceipt(receipt))) };
}

function writtenReceipt(receipt: PlistDictionary): Receipt {
  const { InstallDate: installed } = receipt;
  return {
    id: text(receipt['PackageIdentifier']),
    version: text(receipt['PackageVersion']),
    installedAt: installed instanceof Date ? installed.getTime() : undefined,
    folder: folderOf('/', text(receipt['InstallPrefixPath'])),
  };
}

function receiptRow(host: Host, { id, version, installedAt, folder }: Receipt): readonly SectionRow<'softwares'>[] {
  if (!id) return [];
  const publisher = id.startsWith('com.apple.') ? 'Apple' : undefined;
  const installDate = installedAt === undefined ? undefined : localTime(host, installedAt);
  return [present({ name: id, version, publisher, installDate, folder, from: 'pkgutil' })];
}

/** Where on a volume: `/` and `Applications`. */
function folderOf(volume = '/', location: string | undefined): string | undefined {
  return location === undefined ? undefined : `${volume}/${location}`.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1');
}
