import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import { DAY } from '../../model/time.ts';
import type { Collector } from '../collector.ts';
import { localTime } from '../sources/local-time.ts';
import { isUnitActive } from '../sources/systemd-units.ts';
import { decode, exists } from '../sources/text.ts';

/** Antivirus programs of Linux, known by where they install themselves. */
export const linuxAntivirus: Collector<'antivirus'> = {
  name: 'linux/antivirus',
  section: 'antivirus',
  platforms: ['linux'],
  async collect(host) {
    if (!(await exists(host, '/usr'))) return undefined;
    const found = await Promise.all([clamav(host), ...PRODUCTS.map((product) => productRow(host, product))]);
    return { rows: found.flatMap((row) => row ?? []) };
  },
};

interface Product {
  readonly name: string;
  readonly company: string;
  /** There where it is installed. */
  readonly path: string;
  readonly unit: string;
}

const PRODUCTS: readonly Product[] = [
  { name: 'Microsoft Defender', company: 'Microsoft', path: '/opt/microsoft/mdatp', unit: 'mdatp.service' },
  { name: 'CrowdStrike Falcon', company: 'CrowdStrike', path: '/opt/CrowdStrike', unit: 'falcon-sensor.service' },
  { name: 'SentinelOne', company: 'SentinelOne', path: '/opt/sentinelone', unit: 'sentinelone.service' },
  { name: 'Sophos Protection', company: 'Sophos', path: '/opt/sophos-spl', unit: 'sophos-spl.service' },
  { name: 'ESET Endpoint Antivirus', company: 'ESET', path: '/opt/eset/eea', unit: 'eea.service' },
  { name: 'Bitdefender', company: 'Bitdefender', path: '/opt/bitdefender-security-tools', unit: 'bdsec.service' },
  { name: 'Kaspersky Endpoint Security', company: 'Kaspersky', path: '/opt/kaspersky/kesl', unit: 'kesl.service' },
];

async function productRow(host: Host, { name, company, path, unit }: Product): Promise<Antivirus | undefined> {
  if (!(await exists(host, path))) return undefined;
  return present({ name, company, enabled: await isUnitActive(host, unit) });
}

type Antivirus = SectionRow<'antivirus'>;

const PROGRAMS = ['/usr/bin/clamscan', '/usr/sbin/clamd', '/usr/bin/clamdscan'];
const SIGNATURES = ['daily.cld', 'daily.cvd'].map((name) => `/var/lib/clamav/${name}`);
const STALE = 7 * DAY;

/** ClamAV watches where its daemon runs; without one it scans on request. */
async function clamav(host: Host): Promise<Antivirus | undefined> {
  const programs = await Promise.all(PROGRAMS.map((path) => exists(host, path)));
  if (!programs.includes(true)) return undefined;
  const daemons = ['clamav-daemon.service', 'clamd@scan.service'];
  const active = await Promise.all(daemons.map((unit) => isUnitActive(host, unit)));
  const base = await signatures(host);
  return present({
    name: 'ClamAV',
    company: 'Cisco',
    enabled: active.includes(true) || active.find((state) => state !== undefined),
    upToDate: base ? host.facts.now() - base.madeAt < STALE : false,
    baseVersion: base?.version,
    baseCreation: base && localTime(host, base.madeAt).slice(0, 10),
  });
}

/** Header of a database of ClamAV: `ClamAV-VDB:22 Nov 2026 08-21 +0000:27831:…`. */
async function signatures(host: Host): Promise<Signatures | undefined> {
  for (const path of SIGNATURES) {
    const header = await beginning(host, path);
    const [, day, time, version] = /^ClamAV-VDB:(\d+ \w+ \d+) (\d\d-\d\d \+0000):(\d+):/.exec(header) ?? [];
    if (version) return { version, madeAt: Date.parse(`${day} ${time?.replace('-', ':')}`) };
  }
  return undefined;
}

interface Signatures {
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
}

async function beginning(host: Host, path: string): Promise<string> {
  for await (const chunk of host.chunks(path)) return decode(chunk.subarray(0, 512));
  return '';
}
