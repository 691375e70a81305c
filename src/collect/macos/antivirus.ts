import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { readSettings } from '../sources/plist.ts';
import { allowed } from '../sources/text.ts';
import { text } from '../sources/values.ts';

type Antivirus = SectionRow<'antivirus'>;

/** XProtect, which is a part of macOS, and programs of others by where they install themselves. */
export const macosAntivirus: Collector<'antivirus'> = {
  name: 'macos/antivirus',
  section: 'antivirus',
  platforms: ['darwin'],
  async collect(host) {
    const found = await Promise.all([xprotect(host), ...PRODUCTS.map((product) => productRow(host, product))]);
    return { rows: found.filter((row) => row !== undefined) };
  },
};

const PROGRAM = '/Library/Apple/System/Library/CoreServices/XProtect.app';
// From macOS 15 on its signatures come by a way of their own.
const SIGNATURES = [
  '/private/var/protected/xprotect/XProtect.bundle',
  '/Library/Apple/System/Library/CoreServices/XProtect.bundle',
];

/** It has no switch; whether its signatures are the latest, the machine cannot know. */
async function xprotect(host: Host): Promise<Antivirus | undefined> {
  const versions = await Promise.all([PROGRAM, ...SIGNATURES].map((bundle) => versionOf(host, bundle)));
  const [version, ...bases] = versions;
  const baseVersion = bases.find((base) => base !== undefined);
  return version || baseVersion ? present({ name: 'XProtect', company: 'Apple', version, baseVersion }) : undefined;
}

interface Product {
  readonly name: string;
  readonly company: string;
  readonly path: string;
}

const PRODUCTS: readonly Product[] = [
  { name: 'Microsoft Defender', company: 'Microsoft', path: '/Applications/Microsoft Defender.app' },
  { name: 'CrowdStrike Falcon', company: 'CrowdStrike', path: '/Applications/Falcon.app' },
  { name: 'SentinelOne', company: 'SentinelOne', path: '/Applications/SentinelOne/SentinelOne Extensions.app' },
  { name: 'Sophos Endpoint', company: 'Sophos', path: '/Applications/Sophos/Sophos Endpoint.app' },
  { name: 'ESET Endpoint Security', company: 'ESET', path: '/Applications/ESET Endpoint Security.app' },
  { name: 'ESET Endpoint Antivirus', company: 'ESET', path: '/Applications/ESET Endpoint Antivirus.app' },
  { name: 'Malwarebytes', company: 'Malwarebytes', path: '/Applications/Malwarebytes.app' },
  { name: 'Bitdefender', company: 'Bitdefender', path: '/Applications/Bitdefender/Endpoint Security.app' },
];

async function productRow(host: Host, { name, company, path }: Product): Promise<Antivirus | undefined> {
  if (!(await allowed(host.stat(path)))) return undefined;
  return present({ name, company, version: await versionOf(host, path) });
}

async function versionOf(host: Host, bundle: string): Promise<string | undefined> {
  return text((await readSettings(host, `${bundle}/Contents/Info.plist`))['CFBundleShortVersionString']);
}
