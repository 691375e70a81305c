import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { localTime } from '../sources/local-time.ts';
import { decode } from '../sources/text.ts';

/** Snaps, as snapd lists them to everyone on its socket. */
export const linuxSnapPackages: Collector<'softwares'> = {
  name: 'linux/snap-packages',
  section: 'softwares',
  platforms: ['linux'],
  async collect(host) {
    const body = await host.get('/run/snapd.socket', '/v2/snaps');
    if (!body) return undefined;
    const { result = [] }: { result?: readonly Snap[] } = JSON.parse(decode(body));
    return { rows: result.map((snap) => snapRow(host, snap)) };
  },
};

/** The part of snapd's answer that is used: REST API, `GET /v2/snaps`. */
interface Snap {
  readonly name?: string;
  readonly version?: string;
  readonly summary?: string;
  readonly publisher?: { readonly 'display-name'?: string };
  readonly 'install-date'?: string;
  readonly 'installed-size'?: number;
}

function snapRow(host: Host, snap: Snap): SectionRow<'softwares'> {
  const installed = Date.parse(snap['install-date'] ?? '');
  return present({
    name: snap.name,
    version: snap.version,
    publisher: snap.publisher?.['display-name'],
    installDate: Number.isNaN(installed) ? undefined : localTime(host, installed),
    fileSize: snap['installed-size'],
    from: 'snap',
    comments: snap.summary,
  });
}
