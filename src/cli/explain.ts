import type { Outcome } from '../collect/run-collector.ts';
import { describe, type SectionName } from '../model/catalogue.ts';
import { type AnyRow, type Field, fieldValue, type Value } from '../model/descriptor.ts';
import { present } from '../model/present.ts';

/** Where one value of an inventory comes from. */
export interface Explained {
  /** Number of the row, from 1. */
  readonly row: number;
  readonly field: string;
  readonly value: Value;
  /** The collector that gave it; undefined for what follows from other sections. */
  readonly collector?: string;
  /** Kernel file, SMBIOS type … where the collector is the one the catalogue speaks of. */
  readonly source?: string;
  /** What that collector took, for all it gave. */
  readonly milliseconds?: number;
  readonly personal: boolean;
}

/** Every value of a section, row by row, in the order of the catalogue. */
export function explainSection(
  section: SectionName,
  rows: readonly AnyRow[],
  outcomes: readonly Outcome[],
): readonly Explained[] {
  const descriptor = describe(section);
  const mine = outcomes.filter((outcome) => outcome.section === section);
  return rows.flatMap((row, index) =>
    Object.entries(descriptor.fields).flatMap(([name, field]) => {
      const value = fieldValue(row, name);
      if (value === undefined) return [];
      const origin = present(originOf(field, giverOf(mine, row, name)));
      return [{ row: index + 1, field: name, value, ...origin, personal: isPersonal(section, name, field) }];
    }),
  );
}

/** A list keeps the rows of its collectors; of a section that exists once each field has its own. */
function giverOf(outcomes: readonly Outcome[], row: AnyRow, field: string): Outcome | undefined {
  const whole = outcomes.find(({ rows }) => rows?.includes(row));
  return whole ?? outcomes.find(({ rows }) => rows?.some((given) => fieldValue(given, field) !== undefined));
}

function originOf(field: Field, giver: Outcome | undefined) {
  if (!giver) return {};
  const { name, milliseconds } = giver.report;
  return { collector: name, milliseconds, source: sourceOf(field, giver) };
}

/** What the catalogue says, where it is borne out by what answered; otherwise what answered. */
function sourceOf({ source }: Field, { report, answered }: Outcome): string | undefined {
  const told = [...(answered ?? [])];
  if (source && report.name.startsWith('linux/') && isBorneOut(source, told)) return source;
  return summary(told);
}

/** A source is words, paths with `*` for what differs by device, or both; SMBIOS has two places. */
function isBorneOut(source: string, answered: readonly string[]): boolean {
  const named = source.match(/\/[a-z][\w./*-]+/g) ?? [];
  const paths = /SMBIOS/.test(source) ? SMBIOS : named.filter((path) => !OF_THE_RUNTIME.has(path));
  const patterns = paths.map(
    (path) => new RegExp(`^(?:statfs )?${path.replaceAll('.', '\\.').replaceAll('*', '[^/]+')}`),
  );
  return patterns.length === 0 || patterns.some((pattern) => answered.some((path) => pattern.test(path)));
}

/** What the runtime reads for us. */
const OF_THE_RUNTIME: ReadonlySet<string> = new Set(['/proc/sys/kernel/hostname']);
const SMBIOS = ['/sys/firmware/dmi', '/sys/class/dmi'];
const MOST = 3;

/** A few of what answered, one for each kind of file: numbers tell devices and processes apart. */
function summary(answered: readonly string[]): string | undefined {
  const kinds = [...new Set(answered.map((name) => (name.startsWith('/') ? name.replace(/\d+/g, '*') : name)))];
  if (kinds.length === 0) return undefined;
  return `${kinds.slice(0, MOST).join(', ')}${kinds.length > MOST ? ' …' : ''}`;
}

function isPersonal(section: SectionName, name: string, { sensitive }: Field): boolean {
  return sensitive === true || PERSONAL.has(`${section}.${name}`);
}

/** Shown in every export all the same: without them a fleet could not be told apart. They lead to a person, says the law. */
const PERSONAL: ReadonlySet<string> = new Set([
  'hardware.ipAddresses',
  'networks.ipAddress',
  'networks.ipAddress6',
  'networks.mac',
  'networks.ssid',
  'networks.bssid',
]);
