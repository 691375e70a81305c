import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { localTime } from '../sources/local-time.ts';
import { decode } from '../sources/text.ts';

/** Applications of macOS, by its own system report. */
export const macosSoftwares: Collector<'softwares'> = {
  name: 'macos/softwares',
  section: 'softwares',
  platforms: ['darwin'],
  async collect(host) {
    const result = await host.run('system_profiler', ['-json', 'SPApplicationsDataType'], LIMITS);
    if (!result) return undefined;
    const { SPApplicationsDataType: applications = [] }: Report = JSON.parse(decode(result.output));
    return { rows: applications.map((application) => softwareRow(host, application)) };
  },
};

const LIMITS = { milliseconds: 60_000, bytes: 32 * 1024 * 1024 };

interface Report {
  readonly SPApplicationsDataType?: readonly Application[];
}

interface Application {
  readonly _name?: string;
  readonly version?: string;
  readonly path?: string;
  /** ISO 8601 in UTC. */
  readonly lastModified?: string;
  /** `apple`, `mac_app_store`, `identified_developer` … */
  readonly obtained_from?: string;
  readonly signed_by?: readonly string[];
}

function softwareRow(host: Host, application: Application): SectionRow<'softwares'> {
  const modified = Date.parse(application.lastModified ?? '');
  return present({
    name: application._name,
    version: application.version,
    publisher: publisherOf(application),
    installDate: Number.isNaN(modified) ? undefined : localTime(host, modified),
    folder: application.path,
    from: application.obtained_from,
  });
}

/** The first signature is the maker's: `Developer ID Application: Mozilla Corporation (43AQ936H96)`. */
function publisherOf({ obtained_from: from, signed_by: [signature = ''] = [] }: Application): string | undefined {
  const [, maker] = /^[^:]+: (.*?)(?: \([A-Z0-9]+\))?$/.exec(signature) ?? [];
  return from === 'apple' ? 'Apple' : maker;
}
