import { type AnySections, describe, type SectionName, sectionNames } from '../model/catalogue.ts';
import type { SectionReport } from '../model/inventory.ts';

export type SectionReports = { readonly [N in SectionName]?: SectionReport };

/** Who speaks, and what else it said of its sections. */
export type Speaker =
  /** Our agent reports on every section it was asked for. */
  | { readonly kind: 'parcours'; readonly reports: SectionReports }
  /** An OCS agent sends all it knows; its CHECKSUM names the sections that changed since the last run. */
  | { readonly kind: 'ocs'; readonly checksum: number }
  /** A GLPI agent sends a list even where it is empty; a partial inventory is of what changed. */
  | { readonly kind: 'glpi'; readonly partial: boolean }
  /** An agent tells of a device without one, which has no software anybody installs. */
  | { readonly kind: 'snmp' }
  /** Nothing can be concluded from what is missing. */
  | { readonly kind: 'other' };

export interface Completed {
  readonly sections: AnySections;
  readonly reports: SectionReports;
}

/**
 * What a present and an absent section means. A section that is known to have no rows gets an empty list; one of
 * which nothing is known gets no report.
 */
export function complete(sections: AnySections, speaker: Speaker): Completed {
  const reports = Object.fromEntries(
    sectionNames
      .map((name) => [name, reportOf(name, sections[name] !== undefined, speaker)] as const)
      .filter(([, report]) => report !== undefined),
  ) as SectionReports;
  const none = sectionNames.filter((name) => reports[name]?.state === 'complete' && sections[name] === undefined);
  return { sections: { ...sections, ...Object.fromEntries(none.map((name) => [name, []])) }, reports };
}

function reportOf(name: SectionName, present: boolean, speaker: Speaker): SectionReport | undefined {
  const told = speaker.kind === 'parcours' ? speaker.reports[name] : undefined;
  if (present) return told?.state === 'partial' ? told : COMPLETE;
  if (speaker.kind === 'parcours') return told;
  if (speaker.kind === 'glpi' && speaker.partial) return UNCHANGED;
  if (speaker.kind === 'snmp') return undefined;
  // Every agent sends software unless it was told not to: --nosoftware sets the bit and sends nothing.
  if (name === 'softwares') return NOT_SENT;
  const bit = describe(name).bit;
  if (speaker.kind !== 'ocs' || bit === undefined) return undefined;
  if ((speaker.checksum & bit) !== 0) return COMPLETE;
  return NEVER_SET.has(name) ? undefined : UNCHANGED;
}

/** Sections whose bits the OCS Unix and Windows agents do not know: clear, they say nothing. OCS protocol 13.3. */
const NEVER_SET: ReadonlySet<SectionName> = new Set(['sim', 'usbdevices']);

const COMPLETE: SectionReport = { state: 'complete' };
const UNCHANGED: SectionReport = { state: 'unchanged' };
export const NOT_SENT: SectionReport = { state: 'skipped', reason: 'not-sent' };
