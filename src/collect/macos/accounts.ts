import type { SectionName, SectionRow } from '../../model/catalogue.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { dictionary, list, type PlistDictionary, parsePlist } from '../sources/plist.ts';

/** Accounts of the machine itself, those of its services too. */
export const macosLocalUsers = fromDirectory(
  'macos/local-users',
  'localusers',
  '/Users',
  ['RecordName', 'RealName', 'UniqueID', 'PrimaryGroupID', 'NFSHomeDirectory', 'UserShell'],
  (record) =>
    present({
      login: first(record, 'RecordName'),
      name: first(record, 'RealName'),
      id: first(record, 'UniqueID'),
      gid: first(record, 'PrimaryGroupID'),
      home: first(record, 'NFSHomeDirectory'),
      shell: first(record, 'UserShell'),
    }),
);

export const macosLocalGroups = fromDirectory(
  'macos/local-groups',
  'localgroups',
  '/Groups',
  ['RecordName', 'PrimaryGroupID', 'GroupMembership'],
  (record) =>
    present({
      name: first(record, 'RecordName'),
      id: first(record, 'PrimaryGroupID'),
      members: values(record, 'GroupMembership'),
    }),
);

/** A list of the machine's own directory, by dscl(1): a dictionary of lists for each record. */
function fromDirectory<N extends SectionName>(
  name: string,
  section: N,
  path: string,
  attributes: readonly string[],
  rowOf: (record: PlistDictionary) => SectionRow<N>,
): Collector<N> {
  return {
    name,
    section,
    platforms: ['darwin'],
    async collect(host) {
      const result = await host.run('/usr/bin/dscl', ['-plist', '.', '-readall', path, ...attributes], LIMITS);
      if (!result) return undefined;
      const records = list(result.output.length > 0 ? parsePlist(result.output) : undefined).map(dictionary);
      if (records.length === 0) return { rows: [], missing: `failed: dscl ended with ${result.exitCode}` };
      return { rows: records.map(rowOf) };
    },
  };
}

const LIMITS = { milliseconds: 20_000, bytes: 8 * 1024 * 1024 };

function values(record: PlistDictionary, attribute: string): readonly string[] {
  const listed = list(record[`dsAttrTypeStandard:${attribute}`]).map((value) => String(value).trim());
  return listed.filter(Boolean);
}

/** Some have other names behind the first, as `_www` and `www`. */
function first(record: PlistDictionary, attribute: string): string | undefined {
  return values(record, attribute)[0];
}
