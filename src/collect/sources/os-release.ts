import type { Host } from '../../model/host.ts';
import { parseKeyValues } from './key-values.ts';
import { attribute, readAllowed } from './text.ts';

/** What the distribution says of itself in /etc/os-release, os-release(5). */
export interface OsRelease {
  readonly name: string;
  /** The point release where the distribution tells it elsewhere: `12.11` for Debian's `12`. */
  readonly version: string | undefined;
  /** As far as /etc/os-release knows it: `12`. */
  readonly release: string | undefined;
  readonly fullName: string | undefined;
  /** Of an image or a rolling distribution. */
  readonly build: string | undefined;
}

export async function readOsRelease(host: Host): Promise<OsRelease> {
  const text = (await readAllowed(host, '/etc/os-release')) ?? (await readAllowed(host, '/usr/lib/os-release')) ?? '';
  const values = parseKeyValues(text);
  const release = values.get('VERSION_ID');
  const build = values.get('BUILD_ID') ?? values.get('IMAGE_VERSION');
  return {
    name: values.get('NAME') ?? 'Linux',
    version: (await pointRelease(host, release)) ?? release ?? build,
    release,
    fullName: values.get('PRETTY_NAME'),
    build,
  };
}

/** Of /etc/debian_version only what refines VERSION_ID: `12.11` for `12`, not `bookworm/sid`. */
async function pointRelease(host: Host, release: string | undefined): Promise<string | undefined> {
  const point = release && (await attribute(host, '/etc/debian_version'));
  return point?.startsWith(`${release}.`) ? point : undefined;
}
